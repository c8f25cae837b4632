import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { ended, offer, overdue, overdueMs, silence, staleMs, type Queue, type Utterance } from "../../src/sound/queue";

const sentence = (text: string, atMs: number): Utterance => ({ text, sentence: true, atMs });
const word = (text: string, atMs: number): Utterance => ({ text, sentence: false, atMs });

test("a free voice speaks at once, a busy one is not cut off", () => {
  const first = offer(silence, sentence("one", 0), 0);
  assert.equal(first.say?.text, "one");
  const second = offer(first.queue, sentence("two", 100), 100);
  assert.deepEqual([second.say, second.cut], [null, false]);
  assert.equal(ended(second.queue, 900).say?.text, "two");
});

test("of the words that wait only the newest is said, and none that is late", () => {
  let queue = offer(silence, sentence("long", 0), 0).queue;
  queue = offer(queue, word("up", 100), 100).queue;
  queue = offer(queue, word("down", 200), 200).queue;
  assert.equal(ended(queue, 300).say?.text, "down");
  assert.equal(ended(queue, 201 + staleMs).say, null);
});

test("a word does not push a sentence away", () => {
  let queue = offer(silence, sentence("one", 0), 0).queue;
  queue = offer(queue, sentence("two", 100), 100).queue;
  queue = offer(queue, word("up", 200), 200).queue;
  assert.equal(ended(queue, 300).say?.text, "two");
});

test("a sentence long overdue takes the voice", () => {
  const queue = offer(offer(silence, sentence("one".repeat(60), 0), 0).queue, sentence("two", 100), 100).queue;
  assert.equal(overdue(queue, 100 + overdueMs).cut, false);
  const late = overdue(queue, 101 + overdueMs);
  assert.deepEqual([late.cut, late.say?.text], [true, "two"]);
});

test("a voice that never reports its end is not waited for", () => {
  const queue = offer(silence, sentence("one", 0), 0).queue;
  assert.equal(overdue(queue, 3_000).cut, false);
  assert.deepEqual([overdue(queue, 4_000).cut, overdue(queue, 4_000).queue], [true, silence]);
});

test("every sentence is said, in its order, whatever comes between", () => {
  const offers = fc.array(fc.record({ sentence: fc.boolean(), after: fc.integer({ min: 0, max: 1_500 }), ends: fc.boolean() }), { maxLength: 60, size: "max" });
  fc.assert(fc.property(offers, all => {
    let queue: Queue = silence;
    let nowMs = 0;
    const said: string[] = [];
    const wanted: string[] = [];
    all.forEach(({ sentence: whole, after, ends }, i) => {
      nowMs += after;
      const utterance = { text: `${i}`, sentence: whole, atMs: nowMs };
      if (whole) wanted.push(utterance.text);
      for (const step of [offer(queue, utterance, nowMs), ...(ends ? [null] : [])]) {
        const outcome = step ?? ended(queue, nowMs);
        queue = outcome.queue;
        if (outcome.say?.sentence) said.push(outcome.say.text);
      }
    });
    while (queue.saying !== null) {
      const outcome = ended(queue, nowMs);
      queue = outcome.queue;
      if (outcome.say?.sentence) said.push(outcome.say.text);
    }
    assert.deepEqual(said, wanted);
  }));
});
