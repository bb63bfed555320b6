import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';

/** The facts of an answer beside its content that the web process needs to keep it or to send it. */
export type AnswerFacts = {
  /** The reports of which it shows the public state. */
  reports: Set<string>;
  /** For so many seconds nothing in it turns by time alone. */
  seconds: number;
  /** Its status, where a page has another than 200. */
  status?: number;
};

/** The web process makes the facts of each answer; the name is known to it too. */
const storage = (globalThis as { [key: symbol]: unknown })[Symbol.for('portal.freshness')] as
  | AsyncLocalStorage<AnswerFacts>
  | undefined;

/** Says that the answer shows the states of these reports, and for how many seconds they stay what they are. */
export function showsStates(reportIds: readonly string[], seconds: number): void {
  const facts = storage?.getStore();
  if (!facts) return;
  for (const id of reportIds) facts.reports.add(id);
  facts.seconds = Math.min(facts.seconds, seconds);
}

/** Gives a page that says itself that there is nothing the status 404, which a page cannot set. */
export function answersNotFound(): void {
  const facts = storage?.getStore();
  if (facts) facts.status = 404;
}
