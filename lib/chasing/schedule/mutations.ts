import 'server-only';
import { type Actor, hasRole } from '@/lib/domain/authorization';
import type { ChasingRung } from '@/lib/domain/chasing/chasing';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';

/** Sets the chasing schedule of a plan; only the coordinator may. Messages sent before are not affected. */
export async function setLadder(
  { plan, ladder }: { plan: string; ladder: ChasingRung[] },
  { actor, address }: { actor: Actor; address: string },
): Promise<Result<void>> {
  if (!hasRole(actor, ['coordinator'])) return refused({ code: 'forbidden' });
  const chasingLadder = ladder.map(({ when, days, to }) => ({ when, days, to: [...to] }));
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.plan.updateMany({ where: { code: plan }, data: { chasingLadder } });
    if (count === 0) return refused({ code: 'not-found' });
    const detail = { plan, ladder: chasingLadder };
    await recordEvent(transaction, { name: 'chasing-ladder-set', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
