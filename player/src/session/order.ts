import type { Step } from "./script";

/**
 * The order in which a script's steps are performed: their indexes in the script. Exercises may change places; the
 * steps before the first exercise and after the last stay.
 */
export type Order = readonly number[];

export function asWritten(steps: readonly Step[]): Order {
  return steps.map((_, i) => i);
}

/** An exercise's steps within an order: from its set-up at `from` to before `to`. */
interface Block {
  readonly from: number;
  readonly to: number;
}

function blocks(steps: readonly Step[], order: Order): Block[] {
  const found: Block[] = [];
  let from = -1;
  order.forEach((place, i) => {
    const kind = steps[place]!.kind;
    const starts = kind === "set-up";
    const closes = kind === "sole-check" || kind === "questions";
    if ((starts || closes) && from >= 0) found.push({ from, to: i });
    if (starts) from = i;
    else if (closes) from = -1;
  });
  if (from >= 0) found.push({ from, to: order.length });
  return found;
}

/**
 * The order with the exercise that is being set up at `at` moved after the next one; null when it has begun, or when
 * it is the last. Steps before `at` keep their places.
 */
export function later(steps: readonly Step[], order: Order, at: number): Order | null {
  const all = blocks(steps, order);
  const own = all.findIndex(b => b.from === at);
  const next = all[own + 1];
  if (own < 0 || next === undefined) return null;
  const block = all[own]!;
  return [
    ...order.slice(0, block.from),
    ...order.slice(next.from, next.to),
    ...order.slice(block.from, block.to),
    ...order.slice(next.to),
  ];
}

/** Whether the step at `at` is followed by the step that it was compiled to announce. */
export function followsAsWritten(order: Order, at: number): boolean {
  const next = order[at + 1];
  return next === undefined || next === order[at]! + 1;
}

/** Whether the step at `at` follows the step that it was compiled to follow. */
export function cameAsWritten(order: Order, at: number): boolean {
  return order[at] === (at === 0 ? 0 : order[at - 1]! + 1);
}

/** Whether the numbers are an order of that many steps: each index once. */
export function isOrder(order: readonly number[], steps: number): boolean {
  return order.length === steps && [...order].sort((a, b) => a - b).every((place, i) => place === i);
}
