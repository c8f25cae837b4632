import type { Side } from "../session/script";
import { knownClip, poseAt, type Clip } from "./clip";

/** A drawing that can be set to any moment of its movement. */
export interface Figure {
  /**
   * Shows a share of the cycle, 0 to 1, and goes on from there by so many shares a millisecond, 0 to stand still;
   * gives the words that belong to what is seen, if any.
   */
  seek(share: number, perMs: number): string | null;
}

/** Further than this, in milliseconds, a figure that moves by itself is not left from where the session has it. */
const driftMs = 100;

/**
 * Moves with the beat: animations on the drawing's groups that run by themselves, which a browser can do without the page,
 * and are put right only where they stray. Set anew for each frame they cost the page more than all else of a session.
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
      // Without waiting for the next frame: all of them begin together.
      animation.startTime = now - at / rate;
    }
  }
}

/** For those whom motion makes ill: shows the key poses one by one, each with its arrows and its words. */
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

/** Any length does, in milliseconds: the figure is set by shares of it. */
const cycle = 1000;

function animate(drawing: Element, clip: Clip): Animation[] {
  // What an earlier figure of the same drawing left would still hold it.
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
    // A person may ask for stillness in the middle.
    this.still.addEventListener?.("change", () => this.figures.clear());
  }

  /**
   * Puts a movement's drawing for a side, and no other, on the stage. Where there is none for that side another
   * one does, mirrored if it is of the other leg. Null clears the stage.
   */
  show(stage: HTMLElement, movement: string | null, side: Side): void {
    const drawing = movement === null ? undefined : this.find(movement, side);
    // What nobody sees stands still.
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

  /** Sets a movement's drawing to a share of its cycle, to go on by so many a millisecond; gives the words of the pose, where poses are shown. */
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
