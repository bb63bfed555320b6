import 'server-only';
import { z } from 'zod';
import type { DivisionScope } from '@/lib/domain/authorization';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { civilDateColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { agenciesWithin, agencyOffices, plansWithin } from '@/lib/server/database/office-sql';
import { issuedPlan } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import type { Prisma } from '@/lib/server/generated/client';

const officeRow = z.object({ agencyId: z.string(), officeId: z.string() });

/**
 * Gives the offices whose issued plans have an agency, by the agencies' ids; with `isOpen` those of plans that are not closed,
 * drafts among them. `agencyId` names one agency.
 */
export async function listAgencyOffices(
  { agencyId, isOpen = false }: { agencyId?: string; isOpen?: boolean },
  within: Transaction | typeof db = db,
): Promise<Map<string, string[]>> {
  const rows = await rowsOf(officeRow, within)`
    SELECT o."agencyId", o."officeId" FROM ${agencyOffices(isOpen)} o
    WHERE ${agencyId ?? null}::uuid IS NULL OR o."agencyId" = ${agencyId ?? null}::uuid`;
  const offices = new Map<string, string[]>();
  for (const row of rows) offices.set(row.agencyId, [...(offices.get(row.agencyId) ?? []), row.officeId]);
  return offices;
}

/** The same of one agency. */
export async function listOfficesOf(agencyId: string, isOpen: boolean, within?: Transaction): Promise<string[]> {
  return (await listAgencyOffices({ agencyId, isOpen }, within)).get(agencyId) ?? [];
}

const brief = { code: true, name: true, abolishedOn: true } as const;

/** Drafts of other offices are nobody else's business. */
const agencySelect = (scope: DivisionScope) =>
  ({
    id: true,
    code: true,
    name: true,
    shortName: true,
    aliases: true,
    creditCode: true,
    kind: true,
    parentId: true,
    position: true,
    version: true,
    signOffRequired: true,
    abolishedOn: true,
    parent: { select: brief },
    children: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: brief },
    groups: { orderBy: { group: { name: 'asc' } }, select: { group: { select: { name: true } } } },
    accounts: {
      where: { closedAt: null },
      orderBy: [{ createdAt: 'asc' }, { userName: 'asc' }],
      select: { displayName: true },
    },
    numbers: {
      where: { plan: { OR: [plansWithin(scope), issuedPlan] } },
      orderBy: [{ plan: { issuedOn: 'desc' } }, { plan: { code: 'desc' } }],
      select: { number: true, plan: { select: { id: true, code: true, title: true, status: true } } },
    },
    changes: {
      orderBy: { id: 'desc' },
      select: { kind: true, changedOn: true, nameBefore: true, successors: true, reason: true },
    },
  }) as const satisfies Prisma.AgencySelect;

/**
 * Gives an agency of the register with its levels, groups, changes and the plans that the scope may know, and with its
 * officers where it belongs to the scope's offices (null where not); null for an unknown code.
 */
export async function findAgency(scope: DivisionScope, code: string) {
  const stored = await db.agency.findUnique({ where: { code }, select: agencySelect(scope) });
  if (!stored) return null;
  const { abolishedOn, groups, accounts, numbers, changes, ...agency } = stored;
  const [isWithin, leads, successors] = await Promise.all([
    db.agency.count({ where: { AND: [{ id: stored.id }, agenciesWithin(scope)] } }),
    db.task.groupBy({ by: ['planId'], where: { leads: { some: { agencyId: stored.id } } }, _count: true }),
    db.agency.findMany({
      where: { id: { in: changes.flatMap((change) => change.successors) } },
      select: { id: true, code: true, name: true },
    }),
  ]);
  return {
    ...agency,
    abolishedOn: abolishedOn && civilDateFromStored(abolishedOn),
    groups: groups.map(({ group }) => group.name),
    officers: isWithin === 1 ? accounts.map(({ displayName }) => displayName) : null,
    plans: numbers.map(({ number, plan }) => ({
      number,
      ...plan,
      tasks: leads.find(({ planId }) => planId === plan.id)?._count ?? 0,
    })),
    changes: changes.map(({ changedOn, ...change }) => ({
      ...change,
      changedOn: civilDateFromStored(changedOn),
      successors: change.successors.flatMap((id) => successors.find((each) => each.id === id) ?? []),
    })),
  };
}

export type FoundAgency = NonNullable<Awaited<ReturnType<typeof findAgency>>>;

/** The events of the register, each of which names the agencies that it concerns. */
const registerEvents = [
  'agency-added',
  'agency-changed',
  'agency-renamed',
  'agency-merged',
  'agency-split',
  'agency-abolished',
  'agencies-imported',
] as const;

const registerEventName = z.enum(registerEvents);

const changedFact = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);

/** The detail of an event of the register; each kind has its own part of it. */
const registerDetail = z.object({
  name: z.string().optional(),
  before: z.record(z.string(), changedFact).optional(),
  after: z.record(z.string(), changedFact).optional(),
  on: civilDateColumn.optional(),
  successors: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
  tasks: z.number().optional(),
  reason: z.string().optional(),
  /** Of an import: the agencies that it added, by their ids. */
  added: z.array(z.string()).optional(),
});

/** Lists the latest hundred acts on an agency, the latest first. */
export async function listRegisterEvents(agencyId: string) {
  const events = await db.event.findMany({
    where: { name: { in: [...registerEvents] }, detail: { path: ['agencyIds'], array_contains: [agencyId] } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, at: true, name: true, detail: true, account: { select: { displayName: true } } },
  });
  return events.map(({ id, name, account, detail, at }) => ({
    id: String(id),
    at,
    name: registerEventName.parse(name),
    by: account?.displayName ?? '',
    detail: registerDetail.parse(detail),
  }));
}

export type RegisterEvent = Awaited<ReturnType<typeof listRegisterEvents>>[number];
