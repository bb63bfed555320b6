import 'server-only';
import { type PeriodCode, type Rhythm, yearOf } from '@/lib/domain/calendar/period';
import { documentDays, documentDaysLeft, mayAskForDocuments } from '@/lib/domain/review/documents';
import { getPlans } from '@/lib/plans/data';
import { documentDeskSchema } from '@/lib/schemas/document';
import { pageSize, type SearchParams } from '@/lib/schemas/list-address';
import { portalNow, realNow } from '@/lib/server/clock';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import { listDocuments } from './data';

/** The years, each after its periods, the latest first; of a plan by years these are the same. */
function periodsOf(periodCodes: readonly PeriodCode[], rhythm: Rhythm | undefined): (PeriodCode | number)[] {
  const latest = periodCodes.toReversed();
  const years = [...new Set(latest.map(yearOf))];
  if (rhythm === 'yearly') return years;
  return years.flatMap((year) => [...latest.filter((periodCode) => yearOf(periodCode) === year), year]);
}

/**
 * Loads one page of the requested documents, and the documents that can be requested of which plan. 404 for everyone
 * but the division and the leader.
 */
export async function loadDocumentDesk(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const asked = documentDeskSchema.parse(searchParams);
  const [now, { plans, plan, periods }, { documents, ...counts }] = await Promise.all([
    portalNow(),
    getPlans(scope, asked.plan),
    withinPages({ number: asked.page, size: pageSize }, (page) => listDocuments(scope, page)),
  ]);
  const begun = periods.filter(({ opensAt }) => opensAt <= now).map(({ code }) => code);
  return {
    days: documentDays,
    mayAsk: mayAskForDocuments(actor),
    plans,
    plan,
    periods: periodsOf(begun, plan?.rhythm),
    ...counts,
    pageSize,
    documents: documents.map(({ finished, recordedAt, ...row }) => ({
      ...row,
      daysLeft: documentDaysLeft(recordedAt, realNow()),
      finished: finished && { at: finished.at, size: finished.size },
    })),
  };
}

export type DocumentDesk = Awaited<ReturnType<typeof loadDocumentDesk>>;

export type ListedDocument = DocumentDesk['documents'][number];
