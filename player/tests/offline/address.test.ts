import { test } from "node:test";
import assert from "node:assert/strict";
import { pathOf } from "../../src/offline/address";

test("a page has one path, whatever slash, case, query or fragment its address has", () => {
  for (const address of ["/today", "/today/", "/Today", "/TODAY//", "/today?waiting=1", "/today/#top", "http://localhost:5080/toDay/"]) assert.equal(pathOf(address), "/today", address);
  for (const address of ["/", "", "http://localhost/?a=b"]) assert.equal(pathOf(address), "/", address);
  assert.equal(pathOf("/exercises/Calf-Raise/"), "/exercises/calf-raise");
});
