/**
 * A page's path as it is kept and compared: without a slash at its end and in lower case, as the server itself takes
 * `/Today/` for `/today`.
 */
export function pathOf(address: string): string {
  return new URL(address, "http://localhost").pathname.replace(/\/+$/, "").toLowerCase() || "/";
}
