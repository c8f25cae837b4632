import type { Side } from "../session/script";
import { poseAt, type Clip } from "./clip";

/** A drawing that can be set to any moment of its movement. */
export interface Figure {
  /** Shows a share of the cycle, 0 to 1; gives the words that belong to what is seen, if any. */
  seek(share: number): string | null;
}

/** Moves with the beat: paused animations on the drawing's groups, set to a time. */
export class MovingFigure implements Figure {
  private readonly animations: readonly Animation[];

  constructor(drawing: Element, clip: Clip) {
    this.animations = animate(drawing, clip);
  }

  seek(share: number): string | null {
    for (const animation of this.animations) animation.currentTime = share * cycle;
    return null;
  }
}

/** For those whom motion makes ill: shows the key poses one by one, each with its words. */
export class PosedFigure implements Figure {
  private readonly animations: readonly Animation[];
  private shown: number | null = null;

  constructor(drawing: Element, private readonly clip: Clip) {
    this.animations = animate(drawing, clip);
  }

  seek(share: number): string | null {
    const pose = poseAt(this.clip, share);
    const at = pose?.at ?? 0;
    if (at !== this.shown) for (const animation of this.animations) animation.currentTime = at * cycle;
    this.shown = at;
    return pose?.label ?? null;
  }
}

/** Any length does: the figure is set by shares of it. */
const cycle = 1000;

function animate(drawing: Element, clip: Clip): Animation[] {
  return clip.joints.flatMap(({ joint, keyframes }) =>
    Array.from(drawing.querySelectorAll(`[data-joint="${joint}"]`), part => {
      const animation = part.animate(keyframes.map(k => ({ ...k })), { duration: cycle, fill: "both" });
      animation.pause();
      return animation;
    }));
}

/** The drawings that the server has put into the page, and the one that is shown. */
export class Drawings {
  private readonly byMovement = new Map<string, HTMLElement>();
  private readonly figures = new Map<string, Figure>();
  private readonly still = window.matchMedia("(prefers-reduced-motion: reduce)");

  constructor(drawings: Iterable<HTMLElement>, private readonly clips: Readonly<Record<string, Clip>>) {
    for (const drawing of drawings) this.byMovement.set(drawing.dataset["figure"] ?? "", drawing);
    // A person may ask for stillness in the middle.
    this.still.addEventListener?.("change", () => this.figures.clear());
  }

  /** Puts a movement's drawing, and no other, on the stage; `right` is the mirror of `left`. */
  show(stage: HTMLElement, movement: string | null, side: Side): void {
    const drawing = movement === null ? undefined : this.byMovement.get(movement);
    if (drawing === undefined) {
      if (stage.firstChild !== null) stage.replaceChildren();
      return;
    }
    if (drawing.dataset["side"] !== side) drawing.dataset["side"] = side;
    if (drawing.parentElement !== stage) stage.replaceChildren(drawing);
  }

  /** Sets the movement's drawing to a share of its cycle; gives the words of the pose, where poses are shown. */
  seek(movement: string, share: number): string | null {
    const drawing = this.byMovement.get(movement);
    const clip = this.clips[movement];
    if (drawing === undefined || clip === undefined || !("animate" in drawing)) return null;
    let figure = this.figures.get(movement);
    if (figure === undefined) {
      figure = this.still.matches ? new PosedFigure(drawing, clip) : new MovingFigure(drawing, clip);
      this.figures.set(movement, figure);
    }
    return figure.seek(share);
  }
}
