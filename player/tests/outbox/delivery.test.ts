import { test } from "node:test";
import assert from "node:assert/strict";
import { read, sendTo } from "../../src/outbox/delivery";
import { Outbox } from "../../src/outbox/outbox";
import { MemoryStore } from "../../src/store/memory";
import { Limits } from "../limits";

const entry = (id: string) => ({ id, at: "2026-03-04T09:00:00Z", kind: "set" });
const batch = [entry("a"), entry("b"), entry("c")];

test("an entry is delivered when the server names it as accepted or as a duplicate", () => {
  assert.deepEqual(read(200, { accepted: ["a"], duplicates: ["b"], rejected: [{ id: "c", problems: [{ field: "at" }] }] }, batch), {
    kind: "settled", delivered: ["a", "b"], refused: [{ id: "c", entry: batch[2], problems: [{ field: "at" }] }],
  });
});

test("ids that were not sent count for nothing", () => {
  assert.deepEqual(read(200, { accepted: ["x", 7, null, "a"], duplicates: [], rejected: [{ id: "y" }, null, 3] }, batch),
    { kind: "settled", delivered: ["a"], refused: [] });
});

test("an answer that names nothing, or is no answer, settles nothing", () => {
  for (const body of [{}, null, "ok", [], { accepted: "a" }, { accepted: [], duplicates: [], rejected: [] }]) {
    assert.deepEqual(read(200, body, batch), { kind: "later" }, JSON.stringify(body));
  }
});

test("only bad input is surely the entries' fault", () => {
  for (const status of [401, 403, 404, 409, 429, 502, 503, 0, 302]) assert.equal(read(status, null, batch).kind, "later", `${status}`);
  for (const status of [400, 413, 422]) assert.equal(read(status, { title: "no" }, batch).kind, "bad-batch", `${status}`);
});

test("a server that fails over a batch says so, in its own words where it has some", () => {
  assert.deepEqual(read(500, { title: "Something went wrong" }, batch), { kind: "fault", problems: [{ title: "Something went wrong" }] });
  assert.deepEqual(read(500, null, batch), { kind: "fault", problems: [] });
});

test("an entry that is named both ways is delivered", () => {
  assert.deepEqual(read(200, { accepted: ["a"], rejected: [{ id: "a", problems: [] }] }, batch), { kind: "settled", delivered: ["a"], refused: [] });
});

/** A server that takes a connection and never answers; once it is mended it does. */
function silentServer(): { mend: () => void; heard: string[][] } {
  let isSilent = true;
  const heard: string[][] = [];
  globalThis.fetch = (async (_: string, { body, signal }: { body: string; signal?: AbortSignal }) => {
    const ids = (JSON.parse(body) as { id: string }[]).map(one => one.id);
    heard.push(ids);
    if (isSilent) await new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
    return Response.json({ accepted: ids });
  }) as unknown as typeof fetch;
  return { heard, mend: () => (isSilent = false) };
}

test("nobody waits for ever for a server that never answers, and what it did not confirm is sent again", async () => {
  const limits = new Limits();
  const server = silentServer();
  const store = new MemoryStore();
  const again: (() => void)[] = [];
  const outbox = new Outbox(store, sendTo("/api/journal", null), { chance: () => 0, after: (_, work) => again.push(work) });
  await store.keep(entry("a"), null);
  const flushed = outbox.flush();
  await limits.runOut();
  assert.equal(await flushed, false);
  assert.deepEqual((await store.waiting()).map(one => one.id), ["a"]);
  server.mend();
  again.forEach(work => work());
  assert.equal(await outbox.flush(), true);
  assert.deepEqual(server.heard, [["a"], ["a"]]);
});

test("an answer that begins and never ends is given up as well", async () => {
  const limits = new Limits();
  globalThis.fetch = (async (_: string, { signal }: { signal?: AbortSignal }) => new Response(new ReadableStream({
    start: stream => signal?.addEventListener("abort", () => stream.error(signal.reason)),
  }))) as unknown as typeof fetch;
  const answer = sendTo("/api/journal", null)(batch);
  await limits.runOut();
  assert.deepEqual(await answer, { kind: "later" });
});

test("the slowest line has time for all that a request may hold", async () => {
  const limits = new Limits();
  silentServer().mend();
  const send = sendTo("/api/journal", null);
  await send([entry("a")]);
  await send([{ ...entry("a"), text: "é".repeat(512 * 1024) }]);
  const [little, much] = limits.asked;
  assert.ok(little! >= 60_000 && little! < 61_000, `${little}`);
  // 20 kbit/s, as on GPRS, with half a minute for the connection.
  assert.ok(much! >= 30_000 + 1024 * 1024 * 8 / 20, `${much}`);
  assert.ok(much! <= 10 * 60_000, `${much}`);
});
