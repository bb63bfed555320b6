import 'server-only';
import { type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { db, type Transaction } from './db';
import { LostRace } from './write-path';

/** A refusal inside the transaction, which undoes what was written. */
class RefusedAct extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * Runs an act in one transaction, which ends after `bounds` at the latest: a refusal undoes everything that it wrote, and a
 * lost race is `stale`.
 */
export async function allOrNothing<Value>(
  act: (transaction: Transaction) => Promise<Result<Value>>,
  bounds: { timeout: number; maxWait: number },
): Promise<Result<Value>> {
  try {
    return await db.$transaction(async (transaction) => {
      const result = await act(transaction);
      if (!result.ok) throw new RefusedAct(result.refusal);
      return result;
    }, bounds);
  } catch (error) {
    if (error instanceof LostRace) return refused({ code: 'stale' });
    if (error instanceof RefusedAct) return refused(error.refusal);
    throw error;
  }
}
