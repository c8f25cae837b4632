import { headersFor, type Person } from "../person/person";
import type { Entry } from "../session/entry";
import type { Refused } from "../store/store";
import { limit, requestMs } from "../timing/limit";

/** A server's answer to a batch of entries. */
export type Answer =
  | { readonly kind: "settled"; readonly delivered: readonly string[]; readonly refused: readonly Refused[] }
  /** The batch as a whole is bad input: at least one of its entries is, but the answer does not say which. */
  | { readonly kind: "bad-batch"; readonly problems: readonly unknown[] }
  /** The server failed on the batch: one of its entries may be the cause, or none. */
  | { readonly kind: "fault"; readonly problems: readonly unknown[] }
  /** No connection, or a server that cannot take it now: nothing is known about the entries. */
  | { readonly kind: "later" };

/** Sends entries somewhere. Never rejects. */
export type Send = (batch: readonly Entry[]) => Promise<Answer>;

/** What an HTTP answer says about a batch; only ids that were sent and are named count. */
export function read(status: number, body: unknown, batch: readonly Entry[]): Answer {
  if (status === 400 || status === 413 || status === 422) return { kind: "bad-batch", problems: [body] };
  if (status === 500) return { kind: "fault", problems: body === null ? [] : [body] };
  if (status < 200 || status > 299 || typeof body !== "object" || body === null) return { kind: "later" };
  const { accepted, duplicates, rejected } = body as Record<string, unknown>;
  const sent = new Map(batch.map(entry => [entry.id, entry]));
  const delivered = [...list(accepted), ...list(duplicates)]
    .filter((id): id is string => typeof id === "string" && sent.has(id));
  const refused: Refused[] = [];
  for (const one of list(rejected)) {
    if (typeof one !== "object" || one === null) continue;
    const { id, problems } = one as Record<string, unknown>;
    const entry = typeof id === "string" ? sent.get(id) : undefined;
    // An entry that the server names as both delivered and refused is delivered.
    if (entry !== undefined && !delivered.includes(entry.id)) refused.push({ id: entry.id, entry, problems: list(problems) });
  }
  // An answer that names no entry that was sent is not an answer: ask again later, not at once.
  return delivered.length + refused.length === 0 ? { kind: "later" } : { kind: "settled", delivered, refused };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Sends to a journal's address as JSON, for the person who made the entries: nobody else gets them. A server that accepts
 * the request and does not answer it counts as none: the entries stay in the outbox.
 */
export function sendTo(address: string, person: Person | null): Send {
  return async batch => {
    const body = JSON.stringify(batch);
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", ...headersFor(person) },
        body,
        credentials: "same-origin",
        // Also of the answer's content.
        signal: limit(requestMs(new TextEncoder().encode(body).length)),
      });
      return read(response.status, await response.json().catch(() => null), batch);
    } catch {
      return { kind: "later" };
    }
  };
}
