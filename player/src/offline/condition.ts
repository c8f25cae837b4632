import type * as contract from "../contract/upcoming";
import type { DeepReadonly } from "../contract/deep-readonly";
import type { Entry } from "../session/entry";

/** What must not have been entered meanwhile for a script to be valid. */
export type Condition = DeepReadonly<contract.Condition>;

export function isMet(condition: Condition, entry: Entry): boolean {
  if (entry.kind !== condition.kind || Date.parse(entry.at) < Date.parse(condition.since)) return false;
  if (condition.field === undefined) return true;
  const { range } = condition;
  const value = find(entry, condition.field);
  if (condition.minus !== undefined) {
    const less = find(entry, condition.minus);
    return typeof value === "number" && typeof less === "number" && holds(range, value - less);
  }
  return Array.isArray(value) ? value.some(one => holds(range, one)) : holds(range, value);
}

function holds(range: Condition["range"], value: unknown): boolean {
  // A condition that this player cannot read is met by any entry that has the field: the cautious side.
  if (range === undefined) return value !== undefined;
  if ("in" in range) return typeof value === "string" && range.in.includes(value);
  return typeof value === "number" && value >= range.from && value <= range.to;
}

function find(entry: Entry, path: string): unknown {
  return path.split(".").reduce<unknown>(
    (found, name) => (typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>)[name] : undefined),
    entry,
  );
}
