import { test } from "node:test";
import assert from "node:assert/strict";
import { Ajv, type ErrorObject } from "ajv";
import { json, lines } from "../golden";

const schema = json<{ definitions: Record<string, object> }>("contract/entry.schema.json");
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(schema);

interface Bad {
  readonly field: string;
  readonly entry: Record<string, unknown>;
}

test("every good entry is an entry", () => {
  for (const entry of lines("contract/golden/entries.ndjson")) {
    assert.ok(validate(entry), `${JSON.stringify(entry)}: ${ajv.errorsText(validate.errors)}`);
  }
});

test("every kind of the contract stands among the good entries", () => {
  const kinds = new Set(lines<{ kind: string }>("contract/golden/entries.ndjson").map(e => e.kind));
  for (const kind of Object.keys(schema.definitions)) {
    if ("properties" in schema.definitions[kind]! && kind !== "ratings" && kind !== "other") assert.ok(kinds.has(kind), kind);
  }
});

test("every bad entry is refused, for the field that is named", () => {
  for (const { field, entry } of lines<Bad>("contract/golden/bad-entries.ndjson")) {
    assert.equal(validate(entry), false, JSON.stringify(entry));
    assert.ok(fieldsOf(entry).some(f => f === field || f.startsWith(`${field}.`) || (f === "" && field !== "")),
      `${JSON.stringify(entry)}: expected ${field}, found ${fieldsOf(entry).join(", ")}`);
  }
});

/** The fields at fault by the definition of the entry's own kind; "" where fields are at fault together. */
function fieldsOf(entry: Record<string, unknown>): string[] {
  const kind = String(entry["kind"]);
  const own = kind in schema.definitions ? ajv.compile({ ...schema, oneOf: [{ $ref: `#/definitions/${kind}` }], $id: `of:${Math.random()}` }) : validate;
  own(entry);
  return (own.errors ?? []).filter(e => e.keyword !== "oneOf" || e.instancePath === "").map(field);
}

function field({ instancePath, keyword, params }: ErrorObject): string {
  const at = instancePath.slice(1).split("/").filter(p => p !== "");
  if (keyword === "required") at.push((params as { missingProperty: string }).missingProperty);
  if (keyword === "additionalProperties") at.push((params as { additionalProperty: string }).additionalProperty);
  return at.join(".");
}
