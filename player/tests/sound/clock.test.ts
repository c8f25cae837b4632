import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { Clock } from "../../src/sound/clock";

test("without sound the page's clock tells the time", () => {
  let page = 100;
  const clock = new Clock(() => page);
  page = 350;
  assert.equal(clock.now(), 250);
});

test("while the audio clock runs it tells the time, without a jump when it takes over", () => {
  let page = 0;
  const audio = { state: "running", currentTime: 7 };
  const clock = new Clock(() => page);
  page = 1_000;
  clock.follow(audio);
  assert.equal(clock.now(), 1_000);
  page = 1_100;
  audio.currentTime = 7.09;
  assert.equal(Math.round(clock.now()), 1_090);
});

test("an audio clock that is suspended, or stands still, holds nobody up", () => {
  let page = 0;
  const audio = { state: "suspended", currentTime: 0 };
  const clock = new Clock(() => page);
  clock.follow(audio);
  page = 500;
  assert.equal(clock.now(), 500);
  audio.state = "running";
  for (let i = 0; i < 30; i++) {
    page += 100;
    clock.now();
  }
  // A second passes before it is taken for stopped.
  assert.ok(clock.now() >= 2_400);
});

test("time never runs backwards, whatever the clocks do", () => {
  const step = fc.record({ page: fc.integer({ min: -500, max: 500 }), audio: fc.double({ min: -1, max: 1, noNaN: true }), running: fc.boolean() });
  fc.assert(fc.property(fc.array(step, { maxLength: 50, size: "max" }), steps => {
    let page = 0;
    const audio = { state: "running", currentTime: 0 };
    const clock = new Clock(() => page);
    clock.follow(audio);
    let last = clock.now();
    for (const s of steps) {
      page += s.page;
      audio.currentTime += s.audio;
      audio.state = s.running ? "running" : "suspended";
      const now = clock.now();
      assert.ok(now >= last);
      last = now;
    }
  }));
});

test("a time ahead is placed on the audio clock by the last reading, however far the audio clock has gone since", () => {
  let page = 1000;
  const audio = { state: "running", currentTime: 5 };
  const clock = new Clock(() => page);
  clock.follow(audio);
  page += 100;
  audio.currentTime = 5.1;
  const now = clock.now();
  audio.currentTime = 5.123;
  assert.ok(Math.abs(clock.onAudio(now + 500) - 5.6) < 1e-9);
});

test("an audio clock that stands still and then makes up for it is not counted twice", () => {
  let page = 0;
  const audio = { state: "running", currentTime: 0 };
  const clock = new Clock(() => page);
  clock.follow(audio);
  for (; page < 1400; page += 20) clock.now();
  page = 1800;
  assert.ok(clock.now() > 300, "it goes on by the page's clock");
  audio.currentTime = 1.82;
  page = 1820;
  assert.ok(Math.abs(clock.now() - 1820) < 1);
});

test("an audio time that is older than the one before adds nothing, then or later", () => {
  let page = 0;
  const audio = { state: "running", currentTime: 1 };
  const clock = new Clock(() => page);
  clock.follow(audio);
  for (const time of [1.1, 1.09, 1.1, 1.2]) {
    page += 100;
    audio.currentTime = time;
    clock.now();
  }
  assert.ok(Math.abs(clock.now() - 200) < 1e-6);
});
