import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getCalendar } from '@/lib/calendar/data';
import { type Actor, hasRole } from '@/lib/domain/authorization';
import { noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { parseNotice } from '@/lib/imports/notice';
import { setUpPlan } from '@/lib/plans/mutations';
import { db } from '@/lib/server/database/db';

/** The office of a coordinator whose roles hold for named ones; null for whoever holds them for all. */
const ownOffice = ({ offices }: Actor) => (offices === 'all' ? null : (offices[0] ?? null));

/**
 * Stores the notice of 2020 as a draft of the coordinator's office, to try the portal with; gives its code. Where the
 * portal has an office, a coordinator of all stores it for the first. Refuses `stale` where it is stored already. Nobody is
 * notified: a draft concerns nobody yet.
 */
export async function draftExample({ actor, address }: { actor: Actor; address: string }): Promise<Result<string>> {
  const isOfNoOffice = actor.offices !== 'all' && actor.offices.length === 0;
  if (!hasRole(actor, ['coordinator']) || isOfNoOffice) return refused({ code: 'forbidden' });
  const parsed = parseNotice(await readFile(path.join(process.cwd(), 'prisma/seed/notice-2020.txt'), 'utf8'));
  if (!parsed.ok) throw new Error('the example is malformed');
  const first = await db.office.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true } });
  const draft = { officeId: ownOffice(actor) ?? first?.id ?? null, accountId: actor.accountId, address };
  const plan = { ...parsed.value, code: String(parsed.value.year), deadlineRule: noticeDeadlineRule };
  const { isNew } = await setUpPlan(plan, await getCalendar(), draft);
  return isNew ? accepted(plan.code) : refused({ code: 'stale' });
}
