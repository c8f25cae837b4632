import { trimmed } from "./typed";

/** What was typed and chosen, by the name of the control: without white space around it, and without empty values. */
export interface Values {
  of(name: string): readonly string[];
  /** Whether the page asks this: some control of it is not hidden, or it has none. */
  asks(name: string): boolean;
}

export function valuesOf(pairs: Iterable<readonly [string, string]>, hidden: ReadonlySet<string> = new Set()): Values {
  const values = new Map<string, string[]>();
  for (const [name, typed] of pairs) {
    const value = trimmed(typed);
    if (value !== "") values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { of: name => values.get(name) ?? [], asks: name => !hidden.has(name) };
}

/** The values of a form's controls that are not hidden, with the button that sends it. */
export function valuesIn(form: HTMLFormElement, button: HTMLElement | null): Values {
  const pairs: (readonly [string, string])[] = [];
  const [shown, all] = [new Set<string>(), new Set<string>()];
  form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[name],textarea[name]").forEach(control => {
    all.add(control.name);
    if (control.closest("[hidden]") !== null) return;
    shown.add(control.name);
    if (!["radio", "checkbox"].includes(control.type) || control.matches(":checked")) pairs.push([control.name, control.value]);
  });
  if (button instanceof HTMLButtonElement && button.name !== "") pairs.push([button.name, button.value]);
  return valuesOf(pairs, new Set([...all].filter(name => !shown.has(name))));
}
