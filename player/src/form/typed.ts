/**
 * Numbers as people type them. The server reads them by the same grammar (`TypedInput`), only in whole numbers: binary
 * fractions would put a difference on the wrong side of a limit. Both are tested by `contract/golden/typed.ndjson`.
 */

/** Without white space at its ends, as both languages define it, and without the byte order mark. */
export function trimmed(value: string): string {
  return value.replace(/^[\s\u0085\uFEFF]+|[\s\u0085\uFEFF]+$/g, "");
}

/** A whole number, also with its unit, such as "7 seconds"; null for anything else, and outside `from` to `to`. */
export function whole(value: string, from: number, to: number): number | null {
  const digits = /^([0-9]{1,4})[\s\u0085\uFEFF]*\p{L}*\.?$/u.exec(trimmed(value))?.[1];
  const number = Number(digits ?? NaN);
  return number >= from && number <= to ? number : null;
}

/** Hundredths of °C: up to two decimals after point or comma; null for all else, and outside `from` to `to` degrees. */
export function hundredths(value: string, from: number, to: number): number | null {
  const parts = /^([0-9]{1,2})(?:[.,]([0-9]{1,2}))?[\s\u0085\uFEFF]*(?:[°º][\s\u0085\uFEFF]*)?[Cc]?$/.exec(trimmed(value));
  if (parts === null) return null;
  const number = Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
  return number >= from * 100 && number <= to * 100 ? number : null;
}

/** Hundredths written as a decimal number: -225 as "-2.25". */
export function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0+$/, "");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}${fraction === "" ? "" : `.${fraction}`}`;
}
