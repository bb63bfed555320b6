import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { deadlineInForce } from '@/lib/domain/closing';
import type { ReportState } from '@/lib/domain/report';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { factsOf, factsSelect, type ReportFacts } from './data';

/** What the buttons need beside the facts. */
const listedSelect = {
  ...factsSelect,
  extensions: { where: { outcome: null }, select: { id: true } },
  events: {
    where: { name: { in: ['approver-reminded', 'reporter-reminded'] } },
    orderBy: { id: 'desc' },
    select: { name: true, at: true },
  },
} as const satisfies Prisma.ReportSelect;

type ListedRow = Prisma.ReportGetPayload<{ select: typeof listedSelect }>;
/** The state without the entries: enough for the buttons, which never depend on what is still to be typed. */
function stateWithoutEntries(row: ListedRow, facts: ReportFacts): ReportState {
  const lastReminded = (name: string) => row.events.find((event) => event.name === name)?.at ?? null;
  return {
    agencyId: row.agency.id,
    status: row.status,
    opensAt: facts.opensAt,
    ...deadlineInForce({ period: facts.period, extension: facts.extended, returned: facts.returned }),
    signOffRequired: row.agency.signOffRequired,
    reviewBegun: row.reviewBegunAt !== null,
    extensionPending: row.extensions.length > 0,
    published: row.publicationId !== null,
    entries: [],
    support: [],
    contributions: [],
    lastReminded: { approver: lastReminded('approver-reminded'), reporter: lastReminded('reporter-reminded') },
  };
}

/** The reports that the scope covers, of the newest quarter first, without their text. */
export async function listReports(scope: ReportScope | null) {
  if (scope === null) return [];
  const rows = await db.report.findMany({
    where: scope.kind === 'agency' ? { agencyId: scope.agencyId } : {},
    select: listedSelect,
    orderBy: [{ period: { quarter: 'desc' } }, { agency: { position: 'asc' } }],
  });
  return rows.map((row) => {
    const facts = factsOf(row);
    return { ...facts, state: stateWithoutEntries(row, facts) };
  });
}
