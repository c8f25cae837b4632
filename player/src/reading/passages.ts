/** Blocks that are read without a break if nothing in them is a block of its own. */
const blocks = "h1,h2,h3,h4,h5,h6,p,li,label,legend,summary,dt,dd,tr,caption,figcaption,blockquote,a.button,button";

/** Never read aloud: what is marked silent, what is hidden, and what is not text. */
const silent = "[data-silent],[hidden],[aria-hidden=true],script,style,template,svg,noscript,nav";

/**
 * What a page says, in reading order: headings, paragraphs, questions with their options, rows of a table.
 * One string per block, white space collapsed; nothing that is hidden or marked `data-silent`.
 */
export function passages(root: Element): string[] {
  const found: string[] = [];
  read(root, found);
  return found;
}

function read(element: Element, found: string[]): void {
  if (element.matches(silent)) return;
  const closed = element.matches("details:not([open])");
  if (element.matches(blocks) && element.querySelector(blocks) === null) {
    add(text(element), found);
    return;
  }
  let loose = "";
  for (const child of Array.from(element.childNodes)) {
    if (child instanceof Element) {
      if (closed && child.tagName !== "SUMMARY") continue;
      if (child.matches(blocks) || child.querySelector(blocks) !== null) {
        add(loose, found);
        loose = "";
        read(child, found);
      } else {
        loose += ` ${text(child)} `;
      }
    } else {
      loose += child.nodeType === Node.TEXT_NODE ? child.textContent ?? "" : "";
    }
  }
  add(loose, found);
}

/** The text of an element without the silent parts; the cells of a row are separated by commas. */
function text(element: Element): string {
  if (element.matches(silent)) return "";
  const parts = Array.from(element.childNodes, child => child instanceof Element
    ? text(child)
    : child.nodeType === Node.TEXT_NODE ? child.textContent ?? "" : "");
  return parts.map(fold).filter(p => p !== "").join(element.tagName === "TR" ? ", " : " ");
}

function add(passage: string, found: string[]): void {
  const folded = fold(passage);
  if (folded !== "") found.push(...breaths(folded));
}

/** Pieces of at most about 200 characters, cut between sentences: some voices stop in longer ones. */
export function breaths(passage: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sentence of passage.match(/[^.?:;]+(?:[.?:;]+|$)\s*/g) ?? [passage]) {
    if (piece !== "" && piece.length + sentence.length > 200) {
      pieces.push(piece.trim());
      piece = "";
    }
    piece += sentence;
  }
  if (piece.trim() !== "") pieces.push(piece.trim());
  return pieces;
}

function fold(s: string): string {
  return s.replace(/\s+/g, " ").trim();
}
