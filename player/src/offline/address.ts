/**
 * A page's path as it is stored and compared: without a slash at its end and in lower case, because the server too
 * takes `/Today/` for `/today`.
 */
export function pathOf(address: string): string {
  return new URL(address, "http://localhost").pathname.replace(/\/+$/, "").toLowerCase() || "/";
}
