import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { handmade, script as golden } from "../golden";
import { begin, givesTime, handle, isUnattended, step, type Effect, type Event, type Kept, type Session } from "../../src/session/session";
import { latest, performs, type Cue, type Script, type Step } from "../../src/session/script";
import { canTellAgain, forward, leftMs, next, obvious, progress, unsure, untilNextMs } from "../../src/session/view";

const say = (atMs: number, text: string): Cue => ({ atMs, kind: "say", say: text, caption: text, tone: null, rep: null, phase: null });

/** A set-up for somebody who knows the exercise: it goes on by itself. */
const known = (one: Step): Step => one.kind !== "set-up" ? one : {
  ...one, waits: false, durationMs: 20_000, stretchMs: 8_000,
  cues: [say(0, `${one.title}. Same as before.`), say(8_000, "We go on in 10 seconds."), { ...say(17_000, "3"), kind: "countdown" }],
  again: { durationMs: 30_000, cues: [say(0, `${one.title}, in full.`), say(5_000, "Tap when you are ready.")] },
};

/** The hand-made script as somebody hears it who knows all of it; the rest of the standing exercise waits. */
const script: Script = {
  ...handmade,
  steps: handmade.steps.map(known).map(one => one.id === "calf-raise-1-rest" ? { ...one, waits: true } : one),
};

class Performance {
  readonly effects: Effect[] = [];

  constructor(public session: Session, public nowMs = 0) {}

  send(kind: Exclude<Event["kind"], "pace" | "counting" | "answer" | "stop" | "confirm">): this {
    return this.tell({ kind, nowMs: this.nowMs });
  }

  tell(event: Event): this {
    const outcome = handle(this.session, event);
    this.session = outcome.session;
    this.effects.push(...outcome.effects);
    return this;
  }

  /** Lets time pass. */
  pass(ms: number): this {
    for (const until = this.nowMs + ms; this.nowMs < until; ) {
      this.nowMs += 100;
      this.send("tick");
    }
    return this;
  }

  /** Skips up to a step. */
  skipTo(id: string): this {
    while (step(this.session).id !== id) this.send("skip");
    return this;
  }

  /** Lets time pass up to a step. */
  passTo(id: string): this {
    while (step(this.session).id !== id) this.pass(100);
    return this;
  }

  /** Lets time pass until the session waits for somebody, or is over. */
  leave(): this {
    for (let i = 0; this.session.phase === "running"; i++) {
      assert.ok(i < 10_000);
      this.pass(100);
    }
    return this;
  }

  get at(): string {
    return step(this.session).id;
  }

  get said(): string[] {
    return this.effects.flatMap(e => e.kind === "speak" ? [e.text] : []);
  }

  get told(): string[] {
    return this.effects.flatMap(e => e.kind === "set" ? [`${e.set.exercise} ${e.set.set} ${e.set.side} ${e.set.done}`] : []);
  }
}

/** At the start of a step, the way there skipped. */
function atStep(id: string, of = script, kept: Kept | null = null): Performance {
  const performance = new Performance(begin(of, kept)).send("start");
  performance.skipTo(id);
  performance.effects.length = 0;
  return performance;
}

const kept = (stepId: string, order = script.steps.map((_, i) => i)): Kept => ({ stepId, order, told: {} });

test("a script of format 1, without the fields of format 2, is performed", () => {
  const { guidance: _, ...exercise } = handmade.exercises[0]!;
  const { stretchMs: __, again: ___, ...first } = handmade.steps[0]!;
  const old = latest({ ...handmade, format: 1, exercises: [exercise], steps: [first] });
  assert.deepEqual([old.format, old.exercises[0]!.guidance, old.steps[0]!.stretchMs, old.steps[0]!.again], [2, "full", null, null]);
  assert.deepEqual([0, 1, 2, 3].filter(format => performs({ format })), [1, 2]);
  assert.deepEqual(latest(script), script);
});

test("a set-up that goes on by itself does so, and is skipped at once", () => {
  assert.equal(atStep("toe-lift-set-up").pass(20_100).at, "toe-lift-1-both");
  assert.equal(atStep("toe-lift-set-up").pass(9_000).send("skip").at, "toe-lift-1-both");
});

test("before it says that it goes on a tap pauses, and from then on it gives more time", () => {
  const performance = atStep("toe-lift-set-up").pass(7_900);
  assert.equal(obvious(performance.session), "pause");
  assert.equal(performance.session.tMs + untilNextMs(performance.session), 8_000, "the button changes when it says so");
  performance.send("more-time");
  assert.equal(performance.session.tMs, 7_900, "too early");
  performance.pass(9_200);
  assert.equal(obvious(performance.session), "more-time");
  assert.equal(forward(performance.session), "skip");
  for (let i = 0; i < 5; i++) performance.send("more-time").pass(11_000);
  assert.equal(performance.at, "toe-lift-set-up");
  assert.equal(performance.said.filter(text => text === "We go on in 10 seconds.").length, 6);
  assert.equal(performance.said.filter(text => text === "3").length, 6);
  assert.ok(!performance.said.includes("Toe lifts. Same as before."), "only the time is given again");
  assert.ok(performance.effects.some(e => e.kind === "hush"), "what is being said is no longer true");
  assert.equal(performance.pass(1_100).at, "toe-lift-1-both");
});

test("after a change of order a set-up is told in full, and waits", () => {
  const performance = atStep("toe-lift-set-up").send("later");
  assert.equal(performance.at, "calf-raise-set-up");
  assert.equal(step(performance.session).durationMs, 30_000);
  performance.leave();
  assert.deepEqual(performance.said, ["Calf raises, in full.", "Tap when you are ready."]);
  assert.deepEqual([performance.session.phase, performance.session.tMs], ["waiting", 30_000]);
  performance.send("go-on");
  performance.skipTo("toe-lift-set-up");
  assert.equal(performance.leave().session.phase, "waiting", "so does the one that was put off");
  // What is left counts the words that will be said.
  const before = atStep("toe-lift-set-up").session;
  assert.equal(leftMs(handle(before, { kind: "later", nowMs: 0 }).session) - leftMs(before), 20_000);
});

test("after a change of order a set-up without other words waits all the same", () => {
  const short = { ...script, steps: script.steps.map(one => ({ ...one, again: null })) };
  const performance = atStep("toe-lift-set-up", short).send("later").leave();
  assert.deepEqual([performance.at, performance.session.phase], ["calf-raise-set-up", "waiting"]);
  assert.ok(!givesTime(performance.session));
});

test("the first step on a page that was loaded again waits, and the next goes on by itself", () => {
  const performance = new Performance(begin(script, kept("toe-lift-set-up"))).send("start").leave();
  assert.deepEqual([performance.at, performance.session.phase], ["toe-lift-set-up", "waiting"]);
  assert.ok(performance.said.includes("3"));
  performance.send("go-on");
  performance.skipTo("calf-raise-set-up");
  assert.equal(performance.pass(20_100).at, "calf-raise-1-both");
});

test("fewer today, chosen before, also holds in the first set on a page that was loaded again", () => {
  const long = golden("contract/golden/script-level-2.json");
  const resumed = begin(long, { ...kept("ankle-pump-1-right", long.steps.map((_, i) => i)), fewer: true });
  assert.equal(step(resumed).set!.target, 14);
});

test("told again, a set-up says its full words and then waits; where it has no others it begins again", () => {
  const performance = atStep("toe-lift-set-up").pass(9_000);
  assert.ok(canTellAgain(performance.session));
  performance.effects.length = 0;
  performance.send("repeat").leave();
  assert.deepEqual(performance.said, ["Toe lifts, in full.", "Tap when you are ready."]);
  assert.equal(performance.session.phase, "waiting");
  assert.equal(obvious(performance.session), "go-on");
  performance.send("go-on");
  assert.equal(performance.session.inFull, false);
  performance.skipTo("calf-raise-set-up");
  assert.equal(step(performance.session).durationMs, 20_000, "the next is not in full");
  const plain = atStep("toe-lift-set-up", handmade).pass(2_000).send("repeat");
  assert.deepEqual([plain.at, plain.session.tMs, plain.session.phase], ["toe-lift-set-up", 0, "running"]);
});

test("words are told again in set-ups and in waits before a set, and nowhere else", () => {
  const where = (id: string, ms = 0): boolean => canTellAgain(atStep(id).pass(ms).session);
  assert.deepEqual(["get-ready", "toe-lift-1-both", "ankle-pump-1-switch", "calf-raise-1-rest", "sole-check"].map(id => where(id)), [false, false, false, false, false]);
  assert.ok(where("calf-raise-1-rest", 10_000));
  assert.ok(!where("sole-check", 6_000));
  const rest = atStep("calf-raise-1-rest").pass(10_000).send("repeat");
  assert.deepEqual([rest.at, rest.session.tMs, rest.session.phase], ["calf-raise-1-rest", 0, "running"]);
});

test("a rest before a set of a standing exercise counts down, and then waits for the person", () => {
  const performance = atStep("calf-raise-1-rest").pass(9_900);
  assert.deepEqual([performance.session.phase, obvious(performance.session), forward(performance.session)], ["running", "pause", "go-on"]);
  performance.pass(60_000);
  assert.deepEqual([performance.at, performance.session.phase, obvious(performance.session)], ["calf-raise-1-rest", "waiting", "go-on"]);
  assert.equal(next(performance.session), "Set 2 of 2");
  assert.equal(performance.send("go-on").at, "calf-raise-2-both");
});

/** From the tap that begins the first exercise on, nobody does anything: until the session asks for somebody. */
function leftAlone(): Performance {
  const performance = atStep("ankle-pump-set-up");
  return performance.leave();
}

test("sets in which nobody acted are set aside, but those that a tap led to are told", () => {
  const performance = leftAlone();
  assert.deepEqual(performance.told, ["ankle-pump 1 left 3", "ankle-pump 1 right 3"]);
  assert.deepEqual(performance.session.aside.map(set => [set.exercise, set.set, set.done]), [["toe-lift", 1, 20]]);
  assert.deepEqual(Object.keys(performance.session.reported), ["ankle-pump/1/left", "ankle-pump/1/right"]);
  assert.ok(performance.effects.some(e => e.kind === "aside"), "the page keeps it");
});

test("after two steps in a row that went on by themselves it pauses before the set, with time to get into place", () => {
  const performance = leftAlone();
  assert.deepEqual([performance.at, performance.session.phase, performance.session.tMs], ["calf-raise-set-up", "paused", 8_000]);
  assert.ok(isUnattended(performance.session));
  assert.equal(performance.effects.filter(e => e.kind === "unattended").length, 1);
  assert.equal(obvious(performance.session), "resume");
  performance.effects.length = 0;
  performance.pass(60_000).send("resume");
  assert.deepEqual(performance.said, ["We go on in 10 seconds."], "no sentence twice");
  assert.ok(!isUnattended(performance.session));
  performance.pass(12_100);
  assert.equal(performance.at, "calf-raise-1-both");
  assert.deepEqual(performance.leave().told, ["calf-raise 1 both 3"], "somebody is there");
});

test("an act in between means that somebody is there", () => {
  const acts: Event[] = [
    { kind: "tap", nowMs: 0 }, { kind: "more-time", nowMs: 0 }, { kind: "fewer", nowMs: 0 }, { kind: "pace", pace: 1, nowMs: 0 }, { kind: "go-on", nowMs: 0 },
  ];
  for (const act of acts) {
    const performance = atStep("ankle-pump-set-up");
    performance.passTo("toe-lift-1-both");
    performance.pass(1_000).tell({ ...act, nowMs: performance.nowMs }).leave();
    assert.equal(performance.at, "calf-raise-1-rest", act.kind);
    assert.deepEqual(performance.told.slice(2), ["toe-lift 1 both 20"], act.kind);
    assert.deepEqual(performance.session.aside.map(set => set.exercise), ["calf-raise"], act.kind);
    performance.send("go-on");
    assert.deepEqual(performance.told.slice(3), ["calf-raise 1 both 3"], "released and told at once");
    assert.deepEqual(performance.session.aside, []);
  }
});

test("a step in which the person asked for more time did not go on unattended", () => {
  const performance = atStep("ankle-pump-set-up");
  performance.passTo("toe-lift-set-up");
  performance.pass(9_000).send("more-time");
  performance.leave();
  assert.equal(performance.at, "calf-raise-1-rest");
});

test("neither a page that goes out of sight nor a setting is an act of the person", () => {
  for (const event of ["hide", "tick"] as const) {
    const performance = atStep("ankle-pump-set-up");
    while (performance.session.aside.length === 0) performance.pass(100);
    performance.send(event).tell({ kind: "counting", by: "tap", nowMs: performance.nowMs });
    assert.deepEqual(performance.session.aside.map(set => set.exercise), ["toe-lift"]);
  }
  assert.equal(atStep("toe-lift-1-both").send("hide").session.phase, "paused");
});

/** The rest of the session, with a tap where it waits; the exercise of the toes is set aside. */
function toTheQuestion(of = script): Performance {
  const performance = atStep("ankle-pump-set-up", of).leave();
  while (performance.session.phase !== "confirming" && performance.session.phase !== "ended") {
    const tap = obvious(performance.session)!;
    performance.send(tap === "pause" || tap === "more-time" ? "tick" : tap).leave();
  }
  return performance;
}

test("what was set aside is asked about at the end, once an exercise, and told only on yes", () => {
  for (const done of [true, false]) {
    const performance = toTheQuestion();
    assert.deepEqual([performance.session.phase, unsure(performance.session), obvious(performance.session)], ["confirming", "Toe lifts", null]);
    assert.deepEqual([leftMs(performance.session), progress(performance.session)], [0, 1]);
    assert.deepEqual(performance.effects.filter(e => e.kind === "confirm"), [{ kind: "confirm", exercise: "toe-lift" }]);
    assert.ok(!performance.told.includes("toe-lift 1 both 20"));
    performance.send("go-on").send("skip").send("repeat").send("tap").pass(60_000);
    assert.equal(performance.session.phase, "confirming", "nothing else answers it");
    performance.tell({ kind: "confirm", done, nowMs: performance.nowMs });
    assert.equal(performance.told.includes("toe-lift 1 both 20"), done);
    assert.deepEqual(performance.effects.at(-1), { kind: "ended", hurts: false, early: false });
    assert.deepEqual([performance.session.phase, performance.session.aside, unsure(performance.session)], ["ended", [], null]);
  }
});

test("an answer before there is a question is none", () => {
  const performance = leftAlone();
  performance.tell({ kind: "confirm", done: true, nowMs: performance.nowMs });
  assert.deepEqual(performance.session.aside.map(set => set.exercise), ["toe-lift"]);
});

test("after a stop nothing is asked, and what was set aside in other exercises is dropped", () => {
  const performance = leftAlone().tell({ kind: "stop", hurts: true, nowMs: 1e6 });
  assert.deepEqual(performance.told, ["ankle-pump 1 left 3", "ankle-pump 1 right 3"]);
  assert.deepEqual([performance.session.phase, performance.session.aside], ["ended", []]);
  // Who stops in the middle of an exercise was there for it.
  const within = atStep("ankle-pump-set-up");
  within.passTo("calf-raise-set-up");
  within.send("skip").leave().tell({ kind: "stop", hurts: true, nowMs: within.nowMs });
  assert.deepEqual(within.told.slice(2), ["calf-raise 1 both 3"]);
});

test("a page loaded again still has what was set aside, does not perform it again, and asks about it", () => {
  const before = leftAlone().session;
  const resumed = new Performance(begin(script, { stepId: "toe-lift-1-both", order: before.order, told: before.reported, aside: before.aside }));
  assert.equal(resumed.at, "calf-raise-set-up");
  resumed.send("start");
  while (resumed.session.phase !== "confirming") resumed.send("skip");
  resumed.tell({ kind: "confirm", done: true, nowMs: 0 });
  assert.deepEqual(resumed.told, ["toe-lift 1 both 20"]);
});

test("a start on a page loaded again says nothing about what was set aside, an act in its exercise does", () => {
  const aside = [{ exercise: "calf-raise", level: 1, set: 1, side: "both", unit: "reps", done: 3, target: 3, counted: "beat", pace: 1 }] as const;
  const resumed = new Performance(begin(script, { ...kept("calf-raise-1-rest"), aside })).send("start").leave();
  assert.deepEqual(resumed.told, []);
  assert.deepEqual(resumed.send("go-on").told, ["calf-raise 1 both 3"]);
});

/** Every event that a person or a page can cause. */
const moments = fc.array(fc.record({
  after: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 4_900 }) }, { weight: 1, arbitrary: fc.integer({ min: -10_000, max: 600_000 }) }),
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constant("tick" as const) },
    { weight: 6, arbitrary: fc.constantFrom("start" as const, "go-on" as const, "resume" as const) },
    { weight: 1, arbitrary: fc.constantFrom("pause" as const, "hide" as const, "repeat" as const, "skip" as const, "later" as const, "more-time" as const, "fewer" as const, "confirm" as const) }),
}), { maxLength: 250, size: "max" });

function follow(ms: readonly (typeof moments extends fc.Arbitrary<readonly (infer T)[]> ? T : never)[]): { before: Session; event: Event; after: Session; effects: readonly Effect[] }[] {
  let [nowMs, session] = [0, begin(script)];
  return ms.map(({ after, kind }) => {
    nowMs += after;
    const event: Event = kind === "confirm" ? { kind, done: after % 2 === 0, nowMs } : { kind, nowMs };
    const before = session;
    const { effects, session: now } = handle(session, event);
    session = now;
    return { before, event, after: session, effects };
  });
}

test("whoever is there, every set is told once, is set aside once, or was not done, and none is both", () => {
  fc.assert(fc.property(moments, ms => {
    const told = new Set<string>();
    for (const { after, effects } of follow(ms)) {
      for (const e of effects) {
        if (e.kind !== "set") continue;
        const key = `${e.set.exercise}/${e.set.set}/${e.set.side}`;
        assert.ok(!told.has(key), `${key} is told twice`);
        told.add(key);
      }
      const aside = after.aside.map(set => `${set.exercise}/${set.set}/${set.side}`);
      assert.equal(new Set(aside).size, aside.length);
      for (const key of aside) assert.ok(!told.has(key), key);
      assert.deepEqual([...told].sort(), Object.keys(after.reported).sort());
    }
  }));
});

test("whoever is there, a set begins by itself only if its set-up was followed as written", () => {
  fc.assert(fc.property(moments, ms => {
    for (const { before, event, after } of follow(ms)) {
      if (event.kind !== "tick" || step(before).kind !== "set-up" || after.at === before.at) continue;
      assert.ok(step(before).stretchMs !== null && before.order[before.at] === before.order[before.at - 1]! + 1 && !before.inFull);
    }
  }));
});

test("whoever is there, a session without anybody comes to a wait, and with somebody to its end", () => {
  fc.assert(fc.property(moments, ms => {
    const performance = new Performance(follow(ms).at(-1)?.after ?? begin(script));
    performance.nowMs = Math.max(0, performance.session.nowMs);
    for (let i = 0; performance.session.phase !== "ended"; i++) {
      assert.ok(i < 200);
      const tap = obvious(performance.session);
      if (tap === null) performance.tell({ kind: "confirm", done: false, nowMs: performance.nowMs });
      else if (tap !== "pause" && tap !== "more-time") performance.send(tap);
      performance.leave();
    }
  }), { numRuns: 30 });
});
