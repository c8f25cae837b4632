/** What a key requests; null for keys without a meaning here. */
export type KeyWish = "obvious" | "tap" | "forward" | "repeat" | "slower" | "normal" | "pause";

const keys: Readonly<Record<string, KeyWish>> = {
  " ": "obvious", Enter: "obvious", ArrowRight: "forward", ArrowLeft: "repeat", ArrowDown: "slower", ArrowUp: "normal", Escape: "pause",
};

/** Listens for taps anywhere except on controls, and for keys. On a control, space and Enter belong to the control. */
export function hearTaps(root: HTMLElement, wish: (wish: KeyWish) => void): void {
  const onControl = (event: Event): boolean => event.target instanceof Element && event.target.closest("button,a,input,select,label,summary,[role=dialog]") !== null;
  root.addEventListener("click", event => {
    if (!onControl(event)) wish("tap");
  });
  document.addEventListener("keydown", event => {
    if (root.inert) return;
    const meant = keys[event.key];
    if (meant === undefined || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (meant === "obvious" && onControl(event)) return;
    event.preventDefault();
    wish(meant);
  });
}
