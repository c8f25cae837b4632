import type { Side } from "../session/script";
import { knownClip, poseAt, type Clip } from "./clip";

/** A drawing that can be set to any moment of its movement. */
export interface Figure {
  /**
   * Shows a share of the cycle, 0 to 1, and continues from there at so many shares per millisecond, 0 to stay still;
   * returns the words for what is shown, if any.
   */
  seek(share: number, perMs: number): string | null;
}

/** A figure that moves by itself is corrected when it differs from the session by more than this, in milliseconds. */
const driftMs = 100;

/**
 * Moves with the beat: animations on the drawing's groups that the browser runs without the page, corrected only when
 * they drift. Setting them in each frame costs the page more than everything else in a session.
 */
class MovingFigure implements Figure {
  private readonly animations: readonly Animation[];
  private rate = 0;

  constructor(drawing: Element, clip: Clip) {
    this.animations = animate(drawing, clip);
    showArrows(drawing, -1);
  }

  seek(share: number, perMs: number): string | null {
    const rate = perMs * cycle;
    if (rate === 0) this.stand(share * cycle);
    else if (rate !== this.rate || this.strays(share * cycle, rate)) this.run(share * cycle, rate);
    this.rate = rate;
    return null;
  }

  private stand(at: number): void {
    for (const animation of this.animations) {
      if (this.rate !== 0) animation.pause();
      if (animation.currentTime !== at) animation.currentTime = at;
    }
  }

  private strays(at: number, rate: number): boolean {
    const now = Number(this.animations[0]?.currentTime ?? at);
    const apart = Math.abs(now - at) % cycle;
    return Math.min(apart, cycle - apart) > driftMs * rate;
  }

  private run(at: number, rate: number): void {
    const now = Number(document.timeline.currentTime);
    for (const animation of this.animations) {
      animation.playbackRate = rate;
      // Does not wait for the next frame: all of them begin together.
      animation.startTime = now - at / rate;
    }
  }
}

/** For people whom motion makes ill: shows the key poses one by one, each with its arrows and its words. */
class PosedFigure implements Figure {
  private readonly animations: readonly Animation[];
  private shown: number | null = null;

  constructor(private readonly drawing: Element, private readonly clip: Clip) {
    this.animations = animate(drawing, clip);
  }

  seek(share: number): string | null {
    const place = poseAt(this.clip, share);
    const pose = this.clip.poses[place];
    if (place !== this.shown) {
      this.shown = place;
      for (const animation of this.animations) animation.currentTime = (pose?.at ?? 0) * cycle;
      showArrows(this.drawing, place);
    }
    return pose?.label ?? null;
  }
}

/** Any length works, in milliseconds: the figure is set by shares of it. */
const cycle = 1000;

function animate(drawing: Element, clip: Clip): Animation[] {
  // Animations left by an earlier figure of the same drawing would still control it.
  if ("getAnimations" in drawing) drawing.getAnimations({ subtree: true }).forEach(a => a.cancel());
  return Object.entries(clip.joints).flatMap(([joint, keyframes]) =>
    Array.from(drawing.querySelectorAll(`[data-joint="${joint}"]`), part => {
      const animation = part.animate(keyframes.map(k => ({ ...k })), { duration: cycle, iterations: Infinity, fill: "both", easing: "linear" });
      animation.pause();
      return animation;
    }));
}

/** Shows the arrows of one pose and hides all others; -1 hides all. */
function showArrows(drawing: Element, pose: number): void {
  drawing.querySelectorAll("[data-pose]").forEach(arrows => {
    if (arrows.getAttribute("data-pose") === String(pose)) arrows.removeAttribute("display");
    else arrows.setAttribute("display", "none");
  });
}

/** The drawings that the server has put into the page, and the one that is shown. */
export class Drawings {
  private readonly drawings: readonly HTMLElement[];
  private readonly figures = new Map<HTMLElement, Figure>();
  private shown: HTMLElement | null = null;
  private readonly still = window.matchMedia("(prefers-reduced-motion: reduce)");

  constructor(drawings: Iterable<HTMLElement>, private readonly clips: Readonly<Record<string, Clip>>) {
    this.drawings = [...drawings];
    // A person may request reduced motion during the session.
    (this.still as Partial<MediaQueryList>).addEventListener?.("change", () => this.figures.clear());
  }

  /**
   * Shows only a movement's drawing for a side on the stage. If there is none for that side, another is used, mirrored
   * if it is of the other leg. Null clears the stage.
   */
  show(stage: HTMLElement, movement: string | null, side: Side): void {
    const drawing = movement === null ? undefined : this.find(movement, side);
    // A drawing that is not visible does not move.
    if (this.shown !== null && this.shown !== drawing) this.figures.get(this.shown)?.seek(0, 0);
    this.shown = drawing ?? null;
    if (drawing === undefined) {
      if (stage.firstChild !== null) stage.replaceChildren();
      return;
    }
    const mirrored = side !== "both" && (drawing.dataset["side"] === "right") !== (side === "right");
    drawing.toggleAttribute("data-mirrored", mirrored);
    if (drawing.parentElement !== stage) stage.replaceChildren(drawing);
  }

  /** Sets a movement's drawing to a share of its cycle, as `Figure.seek` does; returns the pose's words, if any. */
  seek(movement: string, side: Side, share: number, perMs: number): string | null {
    const drawing = this.find(movement, side);
    const clip = this.clips[movement];
    if (drawing === undefined || clip?.format !== knownClip || !("animate" in drawing)) return null;
    let figure = this.figures.get(drawing);
    if (figure === undefined) {
      figure = this.still.matches ? new PosedFigure(drawing, clip) : new MovingFigure(drawing, clip);
      this.figures.set(drawing, figure);
    }
    return figure.seek(share, perMs);
  }

  private find(movement: string, side: Side): HTMLElement | undefined {
    const own = this.drawings.filter(d => d.dataset["figure"] === movement);
    return own.find(d => d.dataset["side"] === side) ?? own.find(d => d.dataset["side"] !== "both") ?? own[0];
  }
}
