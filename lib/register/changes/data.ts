import 'server-only';
import { z } from 'zod';
import { civilDateColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';

const changeName = z.enum(['agency-renamed', 'agency-merged', 'agency-split', 'agency-abolished']);

const unnamed = { name: '' };

const changeDetail = z.object({
  /** The agency itself, then its successors. */
  agencyIds: z.array(z.string()),
  agencyCode: z.string(),
  name: z.string().default(''),
  before: z.object({ name: z.string() }).default(unnamed),
  after: z.object({ name: z.string() }).default(unnamed),
  successors: z.array(z.object({ name: z.string() })).default([]),
  on: civilDateColumn,
  reason: z.string(),
});

/** Gives a change of the register as its event holds it. */
export async function getAgencyChange(eventId: string) {
  const event = await db.event.findUniqueOrThrow({
    where: { id: BigInt(eventId) },
    select: { name: true, accountId: true, detail: true },
  });
  const { name: agencyName, ...detail } = changeDetail.parse(event.detail);
  return { accountId: event.accountId, name: changeName.parse(event.name), agencyName, ...detail };
}

/** Lists the open accounts that share the register as coordinators, of whatever office. */
export async function listCoordinators(): Promise<string[]> {
  const where = { closedAt: null, roles: { has: 'coordinator' } } as const;
  const accounts = await db.account.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } });
  return accounts.map(({ id }) => id);
}

export type AgencyChange = Awaited<ReturnType<typeof getAgencyChange>>;
