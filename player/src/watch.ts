/**
 * The drawing of an exercise's page, which moves when somebody starts it: repeatedly, in its tempo, until they have
 * seen enough. A person who wants no motion sees the key poses one after the other, each with its words.
 */
import type { Clip } from "./figure/clip";
import { Drawings } from "./figure/figure";
import { block } from "./screen/dom";

/** How often the drawing's state is read, in milliseconds; it moves by itself in between. */
const everyMs = 200;

const section = document.querySelector<HTMLElement>("[data-watch]");
const stage = section?.querySelector<HTMLElement>("[data-watch-stage]");
const button = section?.querySelector<HTMLButtonElement>("[data-watch-button]");
const say = section?.querySelector<HTMLElement>("[data-watch-say]");
const clips = (block("figures") ?? {}) as Record<string, Clip>;
const drawing = stage?.querySelector<HTMLElement>("[data-figure]");
const clip = clips[drawing?.dataset["figure"] ?? ""];

// An old browser that cannot move a drawing shows the key poses below.
if (section && stage && button && say && drawing && clip !== undefined && "animate" in drawing) {
  const side = drawing.dataset["side"] === "both" ? "both" : "left";
  const drawings = new Drawings([drawing], clips);
  const [watch, stop] = [button.textContent, button.dataset["stop"] ?? ""];
  let since: number | null = null;
  let timer = 0;

  const seek = (): void => {
    const passed = since === null ? 0 : (performance.now() - since) % clip.cycleMs;
    const words = drawings.seek(clip.movement, side, passed / clip.cycleMs, since === null ? 0 : 1 / clip.cycleMs);
    say.hidden = since === null || words === null;
    if (words !== null && say.textContent !== words) say.textContent = words;
  };

  button.addEventListener("click", () => {
    since = since === null ? performance.now() : null;
    button.textContent = since === null ? watch : stop;
    window.clearInterval(timer);
    if (since !== null) timer = window.setInterval(seek, everyMs);
    seek();
  });
  drawings.show(stage, clip.movement, side);
  section.hidden = false;
}
