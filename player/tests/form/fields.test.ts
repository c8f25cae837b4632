import { test } from "node:test";
import assert from "node:assert/strict";
import { fieldsOf, type Schema } from "../../src/form/fields";
import { json, lines } from "../golden";

interface Case {
  readonly kind: string;
  readonly filled: readonly (readonly [string, string])[];
  readonly fields: Record<string, unknown>;
}

test("a form makes the fields that the golden cases have", () => {
  const schema = json<Schema>("contract/entry.schema.json");
  const cases = lines<Case>("contract/golden/forms.ndjson");
  assert.ok(cases.length >= 8);
  for (const { kind, filled, fields } of cases) {
    assert.deepEqual(fieldsOf(schema, kind, filled.map(([field, value]) => ({ field, value }))), fields, kind);
  }
});
