import type { Drawings } from "../figure/figure";
import { givesTime, isUnattended, step, type Session } from "../session/session";
import * as view from "../session/view";
import { line } from "../store/opening";
import { fill, h, mark, say, show } from "./dom";
import { clockTime, type Words } from "./words";

/** What a person can ask of a running session, besides what the panel of `menu` offers. */
export type Wish = "obvious" | "repeat" | "skip" | "stop" | "menu" | "less" | "more" | "did" | "did-not";

/** What the screen knows besides the session itself. */
export interface Around {
  /** Whether the page is visible again after being hidden, and asks whether the person is ready. */
  readonly back: boolean;
  readonly voice: "on" | "off" | "none";
  /** A line about a problem, such as a device without a voice; empty for none. */
  readonly note: string;
}

/** The id of the part of the page that says what to do in danger. */
export const danger = "urgent";

/** More repetitions than this are shown by a bar: dots would be too small to see. */
const mostDots = 40;

/** The visible session. Builds its elements once; `render` changes what differs. */
export class Screen {
  private readonly where = h("h1", { class: "session__where" });
  private readonly left = h("p", { class: "session__left" });
  private readonly progress: HTMLProgressElement;
  private readonly stage: HTMLElement;
  private readonly pose = h("p", { class: "session__pose", "aria-hidden": "true" });
  private readonly caption = h("p", { class: "session__caption" });
  private readonly count = h("p", { class: "session__count" });
  private readonly dots = h("p", { class: "session__dots", "aria-hidden": "true" });
  private readonly bar = h("progress", { class: "session__bar", max: "1000", "aria-hidden": "true" });
  private readonly detail = h("p", { class: "session__detail" });
  private readonly note = h("p", { class: "session__note", role: "status" });
  private readonly main: HTMLButtonElement;
  private readonly skip: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly menu: HTMLButtonElement;
  private readonly less: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  private readonly answer = h("output", { class: "session__answer" });
  private readonly ask: HTMLElement;
  private readonly confirm: HTMLElement;
  private panel: HTMLElement | null = null;
  private readonly stop: HTMLButtonElement;
  private readonly urgent: HTMLAnchorElement;
  private shownStep = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    private readonly drawings: Drawings,
    wish: (wish: Wish) => void,
  ) {
    const button = (what: Wish, label: string, look = ""): HTMLButtonElement => {
      const made = h("button", { type: "button", class: `session__button ${look}`.trim() }, label);
      made.addEventListener("click", () => wish(what));
      return made;
    };
    this.progress = h("progress", { class: "session__progress", max: "1000", "aria-label": words("progress") });
    this.stage = h("div", { class: "session__figure" });
    this.main = button("obvious", words("start"), "session__button--main");
    this.skip = button("skip", words("skip"));
    this.again = button("repeat", words("again"));
    this.menu = button("menu", words("menu"), "session__button--quiet");
    mark(this.menu, "aria-haspopup", "dialog");
    mark(this.menu, "aria-expanded", "false");
    this.less = button("less", "\u2212");
    this.more = button("more", "+");
    this.less.setAttribute("aria-label", words("one-less"));
    this.more.setAttribute("aria-label", words("one-more"));
    this.ask = h("div", { class: "session__ask", hidden: true }, this.less, this.answer, this.more);
    // A group that can have the focus: neither answer is more likely than the other.
    this.confirm = h("div", { class: "session__confirm", role: "group", "aria-label": "", tabindex: "-1", hidden: true },
      button("did", words("confirm-yes")), button("did-not", words("confirm-no")));
    this.stop = button("stop", words("stop"), "session__button--stop");
    // A link to the part of the page that says what to do in danger; the session waits meanwhile.
    this.urgent = h("a", { class: "session__button session__button--quiet", href: `#${danger}` }, words("urgent"));
    root.replaceChildren(
      h("div", { class: "session__top" }, this.where, this.left, this.progress),
      h("div", { class: "session__stage" }, this.stage, this.pose),
      h("div", { class: "session__lead" }, this.caption,
        h("div", { class: "session__tally" }, this.dots, this.bar, this.count), this.ask, this.detail, this.note, this.confirm),
      // At the thumb, and in view whatever else has to scroll.
      h("div", { class: "session__last", role: "group", "aria-label": words("controls") },
        this.again, h("div", { class: "session__row" }, this.main, this.skip),
        h("div", { class: "session__row" }, this.stop, this.menu, this.urgent)));
    this.main.focus({ preventScroll: true });
  }

  render(session: Session, around: Around): void {
    const now = step(session);
    if (this.shownStep !== `${session.at} ${now.id}`) this.turn(session);
    mark(this.root, "data-phase", session.phase);
    say(this.left, this.words("left", { time: clockTime(view.leftMs(session)) }));
    fill(this.progress, view.progress(session));
    this.renderCaption(session, around);
    this.renderCount(session);
    this.renderFigure(session);
    this.renderControls(session);
    say(this.note, around.note);
    show(this.note, around.note !== "");
  }

  /** Shows a panel in front of the session; the buttons that stop it and that help in danger stay available. */
  open(panel: HTMLElement): void {
    this.reach(false);
    this.panel?.remove();
    this.panel = panel;
    this.root.lastElementChild?.before(panel);
    panel.querySelector<HTMLElement>("select,button,a")?.focus();
  }

  close(): void {
    if (this.panel === null) return;
    this.panel.remove();
    this.panel = null;
    this.reach(true);
    this.menu.focus({ preventScroll: true });
  }

  private reach(all: boolean): void {
    mark(this.menu, "aria-expanded", String(!all));
    mark(this.root, "data-panel", all ? null : "");
    for (const part of Array.from(this.root.children).slice(0, -1)) (part as HTMLElement).inert = !all;
  }

  /** Highlights the figure's frame for a moment. */
  beat(): void {
    const { dataset } = this.root;
    // Another name starts the same animation again.
    dataset["beat"] = dataset["beat"] === "a" ? "b" : "a";
  }

  private turn(session: Session): void {
    const now = step(session);
    this.shownStep = `${session.at} ${now.id}`;
    const exercise = session.script.exercises.find(e => e.id === now.exercise);
    this.root.dataset["kind"] = now.kind;
    say(this.where, line(exercise?.name ?? now.title, now.detail));
    const next = view.next(session);
    const detail = [now.set !== null ? exercise?.support ?? "" : "", next === "" ? "" : this.words("next", { next })];
    say(this.detail, detail.filter(s => s !== "").join(" "));
    const dots = now.set !== null && now.set.unit === "reps" && now.set.target <= mostDots ? now.set.target : 0;
    this.dots.replaceChildren(...Array.from({ length: dots }, () => h("span", { class: "session__dot" })));
    mark(this.dots, "data-many", dots > 20 ? "" : null);
    show(this.dots, dots > 0);
    show(this.bar, now.set !== null && dots === 0);
  }

  private renderCaption(session: Session, around: Around): void {
    const text = this.captionOf(session, around);
    // Screen readers do not repeat captions that are spoken; without a voice they read them.
    mark(this.caption, "aria-live", around.voice === "on" ? "off" : "polite");
    say(this.caption, text);
    mark(this.caption, "data-length", text.length > 90 ? "long" : text.length > 36 ? "middle" : null);
  }

  private captionOf(session: Session, around: Around): string {
    const unsure = view.unsure(session);
    if (unsure !== null) return this.words("confirm", { exercise: unsure });
    if (session.phase === "asking") return this.words("how-many");
    if (session.phase !== "paused") return session.caption;
    return this.words(isUnattended(session) ? "unattended" : around.back ? "ready" : "paused");
  }

  private renderCount(session: Session): void {
    const done = view.done(session);
    const { set, kind } = step(session);
    const begun = set !== null && session.tMs >= set.startMs;
    let text = "";
    if (done !== null && set?.unit === "reps") text = this.words("done", done);
    else if (done !== null) text = clockTime((done.target - done.done) * 1000);
    else if (givesTime(session)) text = this.words("goes-on", { time: clockTime(view.stepLeftMs(session)) });
    else if (kind === "rest" && session.phase !== "waiting") text = clockTime(view.stepLeftMs(session));
    say(this.count, session.phase === "ready" ? this.words("start-hint") : text);
    const asking = session.phase === "asking";
    show(this.count, this.count.textContent !== "" && !asking);
    show(this.ask, asking);
    if (asking) say(this.answer, String(session.answer));
    if (done === null) return;
    fill(this.bar, done.done / done.target);
    Array.from(this.dots.children).forEach((dot, i) =>
      mark(dot, "data-is", i < done.done ? "done" : i === done.done && begun ? "now" : null));
  }

  private renderFigure(session: Session): void {
    const seen = view.figure(session);
    this.drawings.show(this.stage, seen?.movement ?? null, seen?.side ?? "both");
    mark(this.root, "data-figure-shown", this.stage.childElementCount > 0 ? "" : null);
    const words = seen === null ? null : this.drawings.seek(seen.movement, seen.side, seen.share, seen.perMs);
    say(this.pose, words ?? "");
    show(this.pose, words !== null);
  }

  private renderControls(session: Session): void {
    const { phase } = session;
    const ready = phase === "ready";
    const obvious = view.obvious(session);
    const confirming = phase === "confirming";
    say(this.main, this.words(obvious ?? "start"));
    mark(this.main, "data-wanted", obvious === "pause" ? null : "");
    say(this.skip, this.words(view.forward(session)));
    show(this.main, obvious !== null);
    // While the step waits, the main button is "go on" already.
    show(this.skip, !ready && !confirming && phase !== "waiting" && phase !== "asking");
    show(this.again, view.canTellAgain(session));
    show(this.stop, !ready && !confirming);
    show(this.menu, !confirming);
    const focused = document.activeElement;
    const lost = focused instanceof HTMLElement && this.root.contains(focused) && focused.closest("[hidden]") !== null;
    if (lost) this.main.focus({ preventScroll: true });
    this.renderConfirm(session);
  }

  private renderConfirm(session: Session): void {
    const unsure = view.unsure(session);
    show(this.confirm, unsure !== null);
    if (unsure === null) return;
    say(this.detail, this.words("confirm-why"));
    const question = this.words("confirm", { exercise: unsure });
    if (this.confirm.getAttribute("aria-label") === question) return;
    mark(this.confirm, "aria-label", question);
    // Screen readers read a group's name when it gets the focus.
    this.confirm.focus({ preventScroll: true });
  }
}
