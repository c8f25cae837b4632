/**
 * The button that prints a page, with everything that can be opened printed open. The button stays hidden without
 * script: the browser's own menu prints, too.
 */
const button = document.getElementById("print");
if (button !== null) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}

const opened: HTMLDetailsElement[] = [];
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) {
    if (details.open) continue;
    details.open = true;
    opened.push(details);
  }
});
window.addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) details.open = false;
});
