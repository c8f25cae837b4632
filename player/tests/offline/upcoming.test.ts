import { test } from "node:test";
import assert from "node:assert/strict";
import { applicable, day } from "../../src/offline/upcoming";
import type { Upcoming } from "../../src/session/coming";
import type { Entry } from "../../src/session/entry";
import { handmade } from "../golden";

const since = "2026-03-01T00:00:00Z";
const less = { ...handmade, durationMs: 1 };
const before = { kind: "foot-check", until: "session" };
const upcoming: Upcoming = {
  made: "2026-03-03T20:00:00Z",
  before,
  dates: [
    {
      date: "2026-03-04", due: true, scripts: [
        {
          script: handmade, unless: [
            { kind: "session", since: "2026-03-04T00:00:00Z" },
            { kind: "foot-check", field: "skin", range: { in: ["mark"] }, finding: true, since },
            { kind: "session", field: "effort.toe-lift", range: { from: 8, to: 10 }, since },
          ],
        },
        { script: less, unless: [{ kind: "session", since: "2026-03-04T00:00:00Z" }, { kind: "foot-check", field: "skin", range: { in: ["mark"] }, finding: true, since }] },
        { script: null, unless: [] },
      ],
    },
    { date: "2026-03-05", due: false, scripts: [{ script: null, unless: [] }] },
    { date: "2026-03-06", due: true, scripts: [{ script: handmade, unless: [] }, { script: null, unless: [] }] },
  ],
};

let entries = 0;
function entry(kind: string, at: string, fields: Record<string, unknown> = {}): Entry {
  return { id: `00000000-0000-7000-8000-${String(++entries).padStart(12, "0")}`, at, kind, ...fields };
}

test("the first script that applies is taken", () => {
  assert.equal(applicable(upcoming.dates[0]!, []), handmade);
  assert.equal(applicable(upcoming.dates[0]!, [entry("session", "2026-03-03T21:00:00Z", { effort: { "toe-lift": 9 } })]), less);
  assert.equal(applicable(upcoming.dates[0]!, [entry("session", "2026-03-04T07:00:00Z")]), null);
});

test("a day is due, checked, done, a rest or held, and names the next due date", () => {
  assert.deepEqual(day(upcoming, [], "2026-03-04"), { kind: "session", script: handmade, checked: false, next: "2026-03-06" });
  const check = entry("foot-check", "2026-03-04T08:00:00Z", { skin: "clear" });
  assert.deepEqual(day(upcoming, [check], "2026-03-04"), { kind: "session", script: handmade, checked: true, next: "2026-03-06" });
  assert.deepEqual(day(upcoming, [check, entry("session", "2026-03-04T09:00:00Z")], "2026-03-04"), { kind: "done", next: "2026-03-06" });
  assert.deepEqual(day(upcoming, [], "2026-03-05"), { kind: "held", next: "2026-03-06" });
});

test("the server says what a session needs before, and after what it needs it again", () => {
  const on = (kind: string, hour: string): Entry => entry(kind, `2026-03-04T${hour}:00:00Z`);
  const checked = (held: Upcoming, ...entries: Entry[]): boolean | undefined => {
    const now = day(held, entries, "2026-03-04");
    return "checked" in now ? now.checked : undefined;
  };
  const other: Upcoming = { ...upcoming, before: { kind: "walk", until: "rest" } };
  assert.deepEqual([checked(other, on("foot-check", "08")), checked(other, on("walk", "08")), checked(other, on("walk", "08"), on("rest", "09"))], [false, true, false]);
  assert.equal(checked({ ...upcoming, before: null }), true);
});

test("what an earlier server gave, without what a session needs before, is not used", () => {
  const { before: _, ...earlier } = upcoming;
  assert.deepEqual(day(earlier, [], "2026-03-04"), { kind: "unknown" });
});

test("what was found on the feet goes before all", () => {
  const found = entry("foot-check", "2026-03-04T08:00:00Z", { skin: "mark" });
  assert.deepEqual(day(upcoming, [found, entry("session", "2026-03-04T09:00:00Z")], "2026-03-04"), { kind: "finding" });
});

test("the server says which condition is about the feet", () => {
  const skin = { kind: "foot-check", field: "skin", range: { in: ["mark"] }, since };
  const other = { kind: "gait", field: "look", range: { in: ["odd"] }, finding: true, since };
  const held: Upcoming = { made: since, before, dates: [{ date: "2026-03-04", due: true, scripts: [{ script: handmade, unless: [skin, other] }, { script: null, unless: [] }] }] };
  assert.equal(day(held, [entry("foot-check", "2026-03-04T08:00:00Z", { skin: "mark" })], "2026-03-04").kind, "held");
  assert.equal(day(held, [entry("gait", "2026-03-04T08:00:00Z", { look: "odd" })], "2026-03-04").kind, "finding");
});

test("a session that needs nothing before may begin at once", () => {
  assert.equal((day({ ...upcoming, before: null }, [], "2026-03-04") as { checked: boolean }).checked, true);
  assert.equal((day(upcoming, [], "2026-03-04") as { checked: boolean }).checked, false);
});

test("a finding is one on a day on which nothing could be done anyway", () => {
  const found = entry("foot-check", "2026-03-05T08:00:00Z", { skin: "mark" });
  assert.deepEqual(day(upcoming, [found], "2026-03-05"), { kind: "finding" });
});

test("before, after and without what is held there is nothing to do", () => {
  assert.equal(day(null, [], "2026-03-04").kind, "unknown");
  assert.equal(day(upcoming, [], "2026-03-01").kind, "unknown", "a clock set back");
  assert.equal(day(upcoming, [], "2026-03-07").kind, "over");
  assert.equal(day({ made: since, before, dates: [] }, [], "2026-03-04").kind, "over");
});

test("an entry that cannot be read, without a time or of an odd one, is no look at the feet and no session of today", () => {
  const odd = [{ id: "a", kind: "foot-check" }, { id: "b", kind: "foot-check", at: 7 }] as unknown as Entry[];
  assert.deepEqual(day(upcoming, odd, "2026-03-04"), day(upcoming, [], "2026-03-04"));
  // It may have been today even so, so its exercises are not offered again.
  assert.equal(day(upcoming, [{ id: "c", kind: "session" } as unknown as Entry], "2026-03-04").kind, "held");
});
