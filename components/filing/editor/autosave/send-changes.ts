import type { Refusal } from '@/lib/domain/refusal';
import type { FieldChange, FieldConflict } from '@/lib/domain/report/field-save';
import type { FieldSaved } from '@/lib/filing/data';
import type { NearCopy } from '@/lib/reports/last-period/data';
import { routes } from '@/lib/routes';

/**
 * The outcome of a save. A missing answer and a server error are tried again, a refusal is not. `unfit` is a request
 * that the portal cannot parse.
 */
export type Answer =
  | { kind: 'saved'; saved: FieldSaved[]; conflicts: FieldConflict[]; nearCopies: NearCopy[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed-out' | 'unreachable' | 'unfit' };

// Browsers limit the body of a request with keepalive to 64 KB.
const mostKeptAlive = 60_000;
const timeout = 15_000;

async function answerOf(response: Response): Promise<Answer> {
  if (response.ok) return { kind: 'saved', ...(await response.json()) };
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status >= 500) return { kind: 'unreachable' };
  const { refusal } = (await response.json()) as { refusal?: Refusal };
  return refusal ? { kind: 'refused', refusal } : { kind: 'unfit' };
}

/** Saves fields for an account; refused as signed out where another account has signed in meanwhile. */
export async function sendChanges(reportId: string, accountId: string, changes: FieldChange[]): Promise<Answer> {
  const body = JSON.stringify({ accountId, changes });
  try {
    const response = await fetch(routes.reportFields(reportId), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: new Blob([body]).size < mostKeptAlive,
      signal: AbortSignal.timeout(timeout),
    });
    return await answerOf(response);
  } catch {
    return { kind: 'unreachable' };
  }
}
