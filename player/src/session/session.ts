/**
 * A session as a pure state machine over its script. Time is passed in with every event, as milliseconds of any clock;
 * the machine has no clock, no randomness, no page. It judges nothing: it performs the steps, says what to say, show
 * and sound, and reports what was done.
 */
import { asWritten, cameAsWritten, isOrder, later, type Order } from "./order";
import { fewer } from "./fewer";
import { doneAt, keyOf, setKey, type Cue, type Script, type Side, type Step, type Tone } from "./script";
import { inFull, untilTold } from "./waiting";

/** How fast time runs: as written, slower, slowest. */
export const paces = [1, 0.8, 0.65] as const;

/**
 * If two ticks are further apart than this, in milliseconds, the device slept or the page was frozen: nobody was
 * guided meanwhile, so none of that time counts as exercise.
 */
export const longestTickMs = 5000;

/** Two taps within this time, in milliseconds, count as one: a finger may shake. */
export const bounceMs = 250;

/** After so many steps in a row that went on by themselves, without an act of the person, the session pauses: is anybody there? */
export const mostUnattended = 2;

/** Who counts a set: the beat, each tap of the person, or the person, who says the count when the set is over. */
export type Counting = "beat" | "tap" | "told";

export interface Session {
  readonly script: Script;
  readonly order: Order;
  /**
   * ready: before the first tap. waiting: until the person goes on. asking: until they give their count. confirming:
   * after the last step, until they say whether they did what was set aside.
   */
  readonly phase: "ready" | "running" | "waiting" | "asking" | "paused" | "confirming" | "ended";
  /** The index in `order`. */
  readonly at: number;
  /** Milliseconds of the step performed, in the script's time. */
  readonly tMs: number;
  /** The latest time that was passed in. */
  readonly nowMs: number;
  readonly pace: number;
  /** How many of the step's cues have been given. */
  readonly cued: number;
  readonly caption: string;
  /** The most that was done of the present set in an earlier run of it, before it was repeated. */
  readonly best: number | null;
  readonly counting: Counting;
  /** How many taps the present run of the set has counted. */
  readonly tapped: number;
  /** When the last of them was. */
  readonly tappedMs: number;
  /** What the person says they did, while they are asked. */
  readonly answer: number;
  /** The index in `order` from which sets ask for less; null while none does. */
  readonly fewerFrom: number | null;
  /** What was done, by set; each is reported once. */
  readonly reported: Readonly<Record<string, number>>;
  /**
   * Sets that were performed while nobody acted in their exercise: perhaps nobody was there. An act of the person during
   * the exercise releases its sets; about the others they are asked at the end.
   */
  readonly aside: readonly DoneSet[];
  /** Whether the person asked for the present step in its full words. */
  readonly inFull: boolean;
  /** The index in `order` of the step that the person's last act was in, or led to; -1 before the first. */
  readonly actedAt: number;
  /** How many steps in a row went on by themselves without an act of the person in them. */
  readonly unattended: number;
  /** The index in `order` at which a page went on with what an earlier page left; null for a new session. */
  readonly resumedAt: number | null;
  /** The positions of a person who stands, and holds on; null when the page does not say: then anybody may. */
  readonly standing: readonly string[] | null;
}

export type Event =
  | { readonly kind: "start" | "tick" | "pause" | "resume" | "repeat" | "skip" | "go-on" | "more-time" | "later" | "tap" | "fewer"; readonly nowMs: number }
  /** The page is no longer visible: it pauses, and nobody did it. */
  | { readonly kind: "hide"; readonly nowMs: number }
  /** Whether the person did the exercise that the session asks about at its end. */
  | { readonly kind: "confirm"; readonly done: boolean; readonly nowMs: number }
  | { readonly kind: "counting"; readonly by: Counting; readonly nowMs: number }
  | { readonly kind: "answer"; readonly done: number; readonly nowMs: number }
  | { readonly kind: "pace"; readonly pace: number; readonly nowMs: number }
  | { readonly kind: "stop"; readonly hurts: boolean; readonly nowMs: number };

/** What a page or a clock causes, without the person. */
const withoutPerson: readonly Event["kind"][] = ["tick", "hide", "counting"];

/** What was done of a set: at least begun, and reported once. */
export interface DoneSet {
  readonly exercise: string;
  readonly level: number;
  readonly set: number;
  readonly side: Side;
  readonly unit: "reps" | "seconds";
  readonly done: number;
  /** What the plan asks for, also when the person chose fewer. */
  readonly target: number;
  readonly counted: Counting;
  readonly pace: number;
}

export type Effect =
  | { readonly kind: "speak"; readonly text: string; readonly sentence: boolean }
  | { readonly kind: "tone"; readonly tone: Tone }
  | { readonly kind: "caption"; readonly text: string }
  /** The person acted, or time stopped: what is being said or was scheduled to sound is no longer valid. */
  | { readonly kind: "hush" }
  /** What was scheduled to sound is now due at another time. */
  | { readonly kind: "retime" }
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "set"; readonly set: DoneSet }
  /** What is set aside has changed. */
  | { readonly kind: "aside" }
  /** Nobody seems to be there: the session has paused. */
  | { readonly kind: "unattended" }
  /** The session asks whether this exercise was done. */
  | { readonly kind: "confirm"; readonly exercise: string }
  | { readonly kind: "ended"; readonly hurts: boolean; readonly early: boolean };

export interface Outcome {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** What an earlier page stored of a session. */
export interface Kept {
  readonly stepId: string;
  readonly order: readonly number[];
  /** What was reported, by set. */
  readonly told: Readonly<Record<string, number>>;
  readonly fewer?: boolean;
  /** What was set aside; absent where an older player stored it. */
  readonly aside?: readonly DoneSet[];
}

/** A session before its first tap; if an earlier state is given, at the step where it stopped, else at the first. */
export function begin(script: Script, kept: Kept | null = null, standing: readonly string[] | null = null): Session {
  const order = kept !== null && isOrder(kept.order, script.steps.length) ? kept.order : asWritten(script.steps);
  const reported = kept === null ? {} : kept.told;
  const aside = kept?.aside ?? [];
  const done = new Set([...Object.keys(reported), ...aside.map(keyOf)]);
  let at = kept === null ? 0 : Math.max(0, order.findIndex(place => script.steps[place]!.id === kept.stepId));
  // Does not go back to a set that is finished.
  while (at < order.length - 1 && done.has(setKey(script.steps[order[at]!]!))) at++;
  const session: Session = {
    script, order, phase: "ready", at, tMs: 0, nowMs: -Infinity, pace: 1, cued: 0, caption: "", best: null, reported,
    counting: "beat", tapped: 0, tappedMs: -Infinity, answer: 0, fewerFrom: kept?.fewer === true ? at : null,
    standing, aside, inFull: false, actedAt: -1, unattended: 0, resumedAt: kept === null ? null : at,
  };
  return { ...session, caption: step(session).title };
}

export function step(session: Session): Step {
  return stepAt(session, session.at);
}

/**
 * The step at an index of the order, as it is performed: shorter if the person chose fewer; in full words if they asked
 * for them, or changed the order, since the step's own words lean on the step before it. For the same reason, and on a
 * page that was just loaded again, a step that is written to go on by itself waits.
 */
export function stepAt({ script, order, fewerFrom, at: now, inFull: asked, resumedAt }: Session, at: number): Step {
  const written = script.steps[order[at]!]!;
  const leans = cameAsWritten(order, at);
  if (written.again !== null && ((asked && at === now) || !leans)) return inFull(written);
  const waits = !leans || at === resumedAt ? untilTold(written) : written;
  return fewerFrom !== null && at >= fewerFrom ? fewer(waits) : waits;
}

/** Whether the session is about to go on by itself: a tap gives more time. */
export function givesTime(session: Session): boolean {
  const { stretchMs } = step(session);
  return session.phase === "running" && stretchMs !== null && session.tMs >= stretchMs;
}

/** Whether the session has paused because nobody seems to be there. */
export function isUnattended({ phase, unattended }: Session): boolean {
  return phase === "paused" && unattended >= mostUnattended;
}

/** Whether the person has acted since the set-up of the present exercise began. The act that led to it counts. */
function isAttended({ script, order, at, actedAt }: Session): boolean {
  const of = (place: number): string | null => script.steps[order[place]!]!.exercise;
  let from = at;
  while (from > 0 && of(from - 1) === of(at)) from--;
  return actedAt >= from;
}

/**
 * Whether the person counts the present set by taps: it is counted in repetitions, and no hand must hold on. A person
 * who is standing and holds with both hands must not let go at every rise.
 */
export function countsByTaps(session: Session): boolean {
  const { set, exercise } = step(session);
  const { standing } = session;
  return session.counting === "tap" && set?.unit === "reps"
    && standing !== null && session.script.exercises.every(e => e.id !== exercise || !standing.includes(e.position));
}

/** Whether a tap on the stage counts a repetition now. */
export function tapCounts(session: Session): boolean {
  const { set } = step(session);
  return session.phase === "running" && set !== null && countsByTaps(session)
    && session.tMs >= set.startMs && session.tapped < set.target;
}

/** How many of the present set are done, whoever counts. */
export function doneOf(session: Session): number {
  const { set } = step(session);
  if (set === null) return 0;
  if (session.phase === "asking") return session.answer;
  return countsByTaps(session) ? Math.min(session.tapped, set.target) : doneAt(step(session), session.tMs);
}

export function handle(session: Session, event: Event): Outcome {
  if (session.phase === "ended") return { session, effects: [] };
  const run = new Run(session);
  const gone = Math.max(0, event.nowMs - session.nowMs);
  run.now(event.nowMs);
  if (session.phase === "running") {
    if (gone > longestTickMs) run.pause();
    else run.perform(gone * session.pace);
  }
  run.take(event);
  return run.outcome();
}

/** The work of one event: the new state, and the effects in their order. */
class Run {
  private readonly effects: Effect[] = [];

  constructor(private s: Session) {}

  outcome(): Outcome {
    return { session: this.s, effects: this.effects };
  }

  now(nowMs: number): void {
    this.set({ nowMs: Math.max(this.s.nowMs, nowMs) });
  }

  take(event: Event): void {
    const isAct = !withoutPerson.includes(event.kind);
    // Where the session has not begun here, a tap says nothing about what an earlier page set aside.
    if (isAct && this.s.phase !== "ready") this.release(step(this.s).exercise);
    if (isAct) this.set({ unattended: 0, actedAt: this.s.at });
    this.respond(event);
    if (isAct) this.set({ actedAt: this.s.at });
  }

  private respond(event: Event): void {
    const { phase } = this.s;
    if (phase === "ended") return;
    if (event.kind === "stop") return this.stop(event.hurts);
    if (phase === "confirming") return event.kind === "confirm" ? this.confirm(event.done) : undefined;
    if (event.kind === "counting") return this.count(event.by);
    if (event.kind === "fewer") return this.s.fewerFrom === null ? this.set({ fewerFrom: phase === "ready" ? this.s.at : this.s.at + 1 }) : undefined;
    if (phase === "ready") {
      if (event.kind === "start") this.enter(this.s.at);
      return;
    }
    switch (event.kind) {
      case "pause":
      case "hide":
        return this.pause();
      case "resume":
        return this.resume();
      case "go-on":
        return phase === "waiting" || phase === "asking" ? this.leave() : undefined;
      case "skip":
        this.effects.push({ kind: "hush" });
        return this.asks() ? this.ask() : this.leave();
      case "more-time":
        return this.moreTime();
      case "tap":
        return this.tap();
      case "answer":
        return this.answer(event.done);
      case "repeat":
        return this.repeat();
      case "later":
        return this.later();
      case "pace":
        return this.pace(event.pace);
      case "start":
      case "tick":
      case "confirm":
        return;
    }
  }

  /** Lets script time pass, past the ends of steps that do not wait. */
  perform(ms: number): void {
    this.set({ tMs: this.s.tMs + ms });
    for (;;) {
      const now = step(this.s);
      this.cue(Math.min(this.s.tMs, now.durationMs));
      // Reported at the last count, not at the step's end, so that what is done is safe at once.
      if (now.set !== null && this.s.counting !== "told" && doneOf(this.s) === now.set.target) this.report();
      if (this.s.tMs < now.durationMs) return;
      if (this.asks()) {
        this.set({ tMs: now.durationMs });
        return this.ask();
      }
      if (now.waits) return this.set({ tMs: now.durationMs, phase: "waiting" });
      if (now.stretchMs !== null) {
        this.set({ unattended: this.s.actedAt === this.s.at ? 0 : this.s.unattended + 1 });
        if (this.s.unattended >= mostUnattended) return this.waitForSomebody(now.stretchMs);
      }
      const over = this.s.tMs - now.durationMs;
      this.leave();
      if (this.s.phase !== "running") return;
      // The time past the end belongs to the next step, so no beat is late because of the step before.
      this.set({ tMs: over });
    }
  }

  pause(): void {
    if (this.s.phase !== "running") return;
    this.set({ phase: "paused" });
    this.effects.push({ kind: "hush" });
  }

  private resume(): void {
    if (this.s.phase !== "paused") return;
    const { cued } = this.s;
    this.set({ phase: "running" });
    this.cue(this.s.tMs);
    if (this.s.cued > cued) return;
    // A sentence that the pause interrupted is said again, unless the beat is already guiding.
    const said = step(this.s).cues.slice(0, this.s.cued).reverse().find(c => c.say !== null && c.kind === "say");
    if (step(this.s).set === null && said !== undefined) this.say(said);
  }

  /** Goes back to where the session began to say that it goes on. */
  private moreTime(): void {
    const { stretchMs } = step(this.s);
    if (!givesTime(this.s) || stretchMs === null) return;
    this.effects.push({ kind: "hush" });
    this.back(stretchMs);
    this.cue(stretchMs);
  }

  /** Pauses before the set, with the time to get into place still to come. */
  private waitForSomebody(backMs: number): void {
    this.back(backMs);
    this.set({ phase: "paused" });
    this.effects.push({ kind: "hush" }, { kind: "unattended" });
  }

  /** Goes back to a time within the step: the cues from there are given again. */
  private back(tMs: number): void {
    this.set({ tMs, cued: step(this.s).cues.filter(cue => cue.atMs < tMs).length });
  }

  private count(counting: Counting): void {
    if (this.s.phase === "asking" || counting === this.s.counting) return;
    // What the beat has counted of this set so far also counts for the person.
    this.set({ counting, tapped: doneOf(this.s) });
  }

  private tap(): void {
    if (!tapCounts(this.s) || this.s.nowMs - this.s.tappedMs < bounceMs) return;
    this.set({ tapped: this.s.tapped + 1, tappedMs: this.s.nowMs });
    if (this.s.tapped === step(this.s).set?.target) this.report();
  }

  /** Whether the person must say how many of the present set they did before leaving it. */
  private asks(): boolean {
    const { set } = step(this.s);
    return this.s.counting === "told" && this.s.phase !== "asking" && set !== null && this.s.tMs >= set.startMs
      && !this.isReported();
  }

  private ask(): void {
    this.set({ answer: Math.max(doneAt(step(this.s), this.s.tMs), this.s.best ?? 0), phase: "asking" });
  }

  private answer(done: number): void {
    const { set } = step(this.s);
    if (this.s.phase !== "asking" || set === null || !Number.isInteger(done)) return;
    this.set({ answer: Math.max(0, Math.min(set.target, done)) });
  }

  private repeat(): void {
    const { set } = step(this.s);
    const best = set !== null && this.s.tMs >= set.startMs ? Math.max(doneOf(this.s), this.s.best ?? 0) : this.s.best;
    this.effects.push({ kind: "hush" });
    this.enter(this.s.at, best, set === null);
  }

  private later(): void {
    const order = later(this.s.script.steps, this.s.order, this.s.at);
    if (order === null) return;
    this.effects.push({ kind: "hush" });
    this.set({ order });
    this.enter(this.s.at);
  }

  private pace(pace: number): void {
    if (!(paces as readonly number[]).includes(pace) || pace === this.s.pace) return;
    this.set({ pace });
    this.effects.push({ kind: "retime" });
  }

  private stop(hurts: boolean): void {
    this.effects.push({ kind: "hush" });
    this.end(hurts, true);
  }

  private leave(): void {
    if (this.s.at + 1 < this.s.order.length) {
      this.report();
      this.enter(this.s.at + 1);
    } else {
      this.report();
      this.confirmNext();
    }
  }

  /** Asks about the next exercise that was set aside; when there is none, the session is over. */
  private confirmNext(): void {
    const first = this.s.aside[0];
    if (first === undefined) return this.end(false, false);
    this.set({ phase: "confirming" });
    this.effects.push({ kind: "confirm", exercise: first.exercise });
  }

  private confirm(done: boolean): void {
    const exercise = this.s.aside[0]?.exercise ?? null;
    this.effects.push({ kind: "hush" });
    if (done) this.release(exercise);
    else this.drop(exercise);
    this.confirmNext();
  }

  private end(hurts: boolean, early: boolean): void {
    this.report();
    this.set({ phase: "ended", aside: [] });
    this.effects.push({ kind: "ended", hurts, early });
  }

  private enter(at: number, best: number | null = null, asked = false): void {
    this.set({ at, best, inFull: asked, tMs: 0, cued: 0, tapped: 0, phase: "running" });
    this.set({ caption: step(this.s).title });
    this.effects.push({ kind: "step", step: step(this.s) }, { kind: "caption", text: this.s.caption });
    this.cue(0);
  }

  /** Gives the cues that are due at a time within the step. */
  private cue(byMs: number): void {
    const { cues } = step(this.s);
    let { cued, caption } = this.s;
    for (; cued < cues.length && cues[cued]!.atMs <= byMs; cued++) {
      const cue = cues[cued]!;
      if (cue.caption !== null) {
        caption = cue.caption;
        this.effects.push({ kind: "caption", text: caption });
      }
      if (cue.tone !== null) this.effects.push({ kind: "tone", tone: cue.tone });
      this.say(cue);
    }
    this.set({ cued, caption });
  }

  private say({ say, kind }: Cue): void {
    if (say !== null) this.effects.push({ kind: "speak", text: say, sentence: kind === "say" });
  }

  /** Whether the present set is reported, or set aside. */
  private isReported(): boolean {
    const key = setKey(step(this.s));
    return key in this.s.reported || this.s.aside.some(set => keyOf(set) === key);
  }

  /** Reports the sets of an exercise that were set aside. */
  private release(exercise: string | null): void {
    const released = this.s.aside.filter(set => set.exercise === exercise);
    if (released.length === 0) return;
    this.drop(exercise);
    for (const set of released) this.tell(set);
  }

  private drop(exercise: string | null): void {
    this.set({ aside: this.s.aside.filter(set => set.exercise !== exercise) });
    this.effects.push({ kind: "aside" });
  }

  /** Reports what was done of the present set, if it was begun and is not reported yet; sets it aside if nobody acted. */
  private report(): void {
    const { set, exercise } = step(this.s);
    if (set === null || exercise === null) return;
    const begun = this.s.tMs >= set.startMs || this.s.best !== null;
    if (!begun || this.isReported()) return;
    const { phase, pace } = this.s;
    const isSaid = phase === "asking";
    const done = isSaid ? doneOf(this.s) : Math.max(doneOf(this.s), this.s.best ?? 0);
    const counted = isSaid ? "told" : countsByTaps(this.s) ? "tap" : "beat";
    const target = this.s.script.steps[this.s.order[this.s.at]!]!.set?.target ?? set.target;
    const level = this.s.script.exercises.find(e => e.id === exercise)?.level ?? 1;
    const doneSet: DoneSet = { exercise, level, set: set.set, side: set.side, unit: set.unit, done, target, counted, pace };
    if (isAttended(this.s)) return this.tell(doneSet);
    this.set({ aside: [...this.s.aside, doneSet] });
    this.effects.push({ kind: "aside" });
  }

  private tell(set: DoneSet): void {
    this.set({ reported: { ...this.s.reported, [keyOf(set)]: set.done } });
    this.effects.push({ kind: "set", set });
  }

  private set(change: Partial<Session>): void {
    this.s = { ...this.s, ...change };
  }
}
