/**
 * The exercises of the first page, which move one after the other when somebody starts them, each for a while; then they
 * stand still again. A person who wants no motion sees the key poses, each with its words.
 */
import type { Clip } from "./figure/clip";
import { Drawings } from "./figure/figure";
import { block } from "./screen/dom";

/** How often the drawings' state is read, in milliseconds; they move by themselves in between. */
const everyMs = 200;

const tour = document.querySelector<HTMLElement>("[data-tour]");
const button = tour?.querySelector<HTMLButtonElement>("[data-tour-button]");
const say = tour?.querySelector<HTMLElement>("[data-tour-say]");
const clips = (block("figures") ?? {}) as Record<string, Clip>;

// An old browser that cannot move a drawing shows them as they are.
if (tour && button && say && "animate" in tour) {
  const stops = [...tour.querySelectorAll<HTMLElement>("[data-stop]")].flatMap(stop => {
    const drawing = stop.querySelector<HTMLElement>("[data-figure]");
    const clip = clips[drawing?.dataset["figure"] ?? ""];
    return drawing === null || clip === undefined ? [] : [{
      stop, clip, drawings: new Drawings([drawing], clips), side: drawing.dataset["side"] === "both" ? "both" as const : "left" as const, name: stop.dataset["stop"] ?? "",
    }];
  });
  const eachMs = Number(tour.dataset["tour"]);
  const [start, end] = [button.textContent, button.dataset["end"] ?? ""];
  let since: number | null = null;
  let timer = 0;

  const turn = (on: boolean): void => {
    since = on ? performance.now() : null;
    button.textContent = on ? end : start;
    say.hidden = !on;
    window.clearInterval(timer);
    if (on) timer = window.setInterval(seek, everyMs);
  };

  const seek = (): void => {
    const passed = since === null ? -1 : performance.now() - since;
    if (passed >= stops.length * eachMs) turn(false);
    const at = since === null ? -1 : Math.floor(passed / eachMs);
    stops.forEach(({ stop, clip, drawings, side, name }, place) => {
      const isNow = place === at;
      const words = drawings.seek(clip.movement, side, isNow ? (passed % eachMs) % clip.cycleMs / clip.cycleMs : 0, isNow ? 1 / clip.cycleMs : 0);
      if (isNow && !stop.classList.contains("tour__now")) stop.scrollIntoView({ block: "nearest" });
      stop.classList.toggle("tour__now", isNow);
      const line = words === null ? name : `${name}: ${words}`;
      if (isNow && say.textContent !== line) say.textContent = line;
    });
  };

  button.addEventListener("click", () => {
    turn(since === null);
    seek();
  });
  button.hidden = stops.length === 0;
}
