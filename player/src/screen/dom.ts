type Content = Node | string | null;

/** An element with attributes and children. An attribute of `true` is present without a value; `false` omits it. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, string | boolean>> = {}, ...children: readonly Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((c): c is Node | string => c !== null));
  return element;
}

/** Sets an element's text if it differs: screen readers read a text out whenever it is set. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows or hides an element. */
export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Sets an attribute if it differs; null removes it. */
export function mark(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Fills a bar of a thousand parts to a share, 0 to 1, if it differs: the browser redraws a bar whenever it is set. */
export function fill(bar: HTMLProgressElement, share: number): void {
  const value = Math.round(share * 1000);
  if (bar.value !== value) bar.value = value;
}

/** The content of a data block of the page; null when it is missing or is not JSON. */
export function block(id: string): unknown {
  try {
    return JSON.parse(document.getElementById(id)?.textContent ?? "");
  } catch {
    return null;
  }
}
