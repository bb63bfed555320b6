import 'server-only';
import { type ClockMove, movedClock } from '@/lib/domain/demonstration';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { portalNow, realNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { getClockPlans, isDemonstration } from './data';

/** Records once how this portal is set up; a second call changes nothing. */
export async function setUpPortal(setUpAs: 'demonstration' | 'production'): Promise<void> {
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.portal.createMany({ data: { id: 1, setUpAs }, skipDuplicates: true });
    if (count === 1) await recordEvent(transaction, { name: 'portal-set-up', detail: { setUpAs } });
  });
}

/** Sets a demonstration's clock to an instant, from which it runs on. */
export async function setClock(instant: Date): Promise<Result<Date>> {
  if (!(await isDemonstration())) return refused({ code: 'not-a-demonstration' });
  const clockOffset = Math.ceil((instant.getTime() - realNow().getTime()) / 1_000);
  await db.$transaction(async (transaction) => {
    await transaction.portal.update({ where: { id: 1 }, data: { clockOffset }, select: { id: true } });
    await recordEvent(transaction, { name: 'clock-moved', detail: { to: instant.toISOString() } });
  });
  return accepted(instant);
}

/** Moves a demonstration's clock forward; a move that would go back leaves it unchanged. */
export async function moveClock(move: ClockMove): Promise<Result<Date>> {
  if (!(await isDemonstration())) return refused({ code: 'not-a-demonstration' });
  const now = await portalNow();
  const target = movedClock(move, now, await getClockPlans());
  return target ? setClock(target) : accepted(now);
}
