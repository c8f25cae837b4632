import { test } from "node:test";
import assert from "node:assert/strict";
import { text } from "../golden";

const style = text("src/Footing.Web/Assets/styles/_session.scss");

/** A colour of the session, by its name; the session looks the same by day and by night. */
function colour(name: string): number[] {
  const found = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(style)?.[1];
  assert.ok(found !== undefined, name);
  const six = found.length === 3 ? found.replace(/./g, "$&$&") : found;
  return [0, 2, 4].map(i => parseInt(six.slice(i, i + 2), 16) / 255);
}

/** The relative luminance of WCAG 2. */
function light(name: string): number {
  const [r, g, b] = colour(name).map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

for (const [ink, ground] of [["ink", "ground"], ["soft", "ground"], ["ink", "raised"], ["ink", "stop"], ["on-beat", "beat"], ["soft", "stage"]] as const) {
  test(`${ink} on ${ground} has a contrast of 7 to 1`, () => assert.ok(contrast(ink, ground) >= 7, String(contrast(ink, ground))));
}

for (const [mark, ground] of [["edge", "ground"], ["edge", "raised"], ["beat", "stage"], ["focus", "ground"]] as const) {
  test(`${mark} is seen on ${ground}: 3 to 1`, () => assert.ok(contrast(mark, ground) >= 3, String(contrast(mark, ground))));
}
