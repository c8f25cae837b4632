/** The button that prints a page. It stays hidden where no script runs: the browser's own menu prints, too. */
const button = document.getElementById("print");
if (button !== null) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}
