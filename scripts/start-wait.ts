import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';

/** Gives the seconds for which a start waits for its database: START_WAIT, or for ever. Throws OperatorError. */
export function startWait(): number {
  const text = process.env.START_WAIT;
  if (!text) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new OperatorError(messages.startWaitInvalid(text));
  return Number(text);
}
