import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { maySummarize } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { periodInHand } from '@/lib/domain/plan/period-in-hand';
import {
  mostNamed,
  type SourceStatus,
  type SummaryArrangement,
  sourceStatus,
  summaryEventsShown,
} from '@/lib/domain/review/summary';
import { getPlans } from '@/lib/plans/data';
import type { SearchParams } from '@/lib/schemas/list-address';
import { summaryListSchema, summaryPageSchema } from '@/lib/schemas/summary';
import { portalNow } from '@/lib/server/clock';
import { getFormOfPlan } from '@/lib/server/database/stored-form';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import {
  countOpenRemarks,
  listEntries,
  listUnits,
  listUnsettled,
  type SummaryEntry,
} from '@/lib/summaries/entries/data';
import { countSummary, getSummary, listLeftOut, listSummaries, listSummaryEvents, type SummaryHead } from './data';

const draftsOfPage = 20;
/** A unit by agency has several tasks, so both numbers give about the same number of passages per page. */
const unitsOfPage = { by_agency: 5, by_task: 15 };
const rowsOfPage = 50;
const tracedUnitsOfPage = { by_agency: 20, by_task: 50 };
/** Loads the drafts of a period: of the requested plan and period, or of the one in hand. */
export async function loadSummaries(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const asked = summaryListSchema.parse(searchParams);
  const [now, { plans, plan, periods }] = await Promise.all([portalNow(), getPlans(scope, asked.plan)]);
  const begun = periods.filter(({ opensAt }) => opensAt <= now).map(({ code }) => code);
  const periodCode = begun.find((each) => each === asked.quarter) ?? periodInHand(periods, now)?.code;
  if (!plan || !periodCode) return null;
  const page = { number: asked.page, size: draftsOfPage };
  const wanted = { planCode: plan.code, periodCode };
  const found = await withinPages(page, (each) => listSummaries(scope, wanted, each));
  const query = { plan: plan.code, quarter: periodCode, page: found.page };
  return {
    query,
    plan,
    plans,
    periodCode,
    periodCodes: begun,
    ...found,
    pageSize: draftsOfPage,
    mayWrite: maySummarize(actor),
    isDeleted: asked.deleted === 'yes',
  };
}

/** Loads the defaults of a new draft; accounts that may not create one see only that. */
export async function loadNewSummary(searchParams: SearchParams) {
  const listed = await loadSummaries(searchParams);
  if (!listed) return null;
  const { plan, periodCode, mayWrite } = listed;
  const [form, now] = await Promise.all([getFormOfPlan(plan.code), portalNow()]);
  return { plan, form, periodCode, mayWrite, today: civilDateOf(now) };
}

const loadHead = cache(async (summaryId: string) => {
  const { actor, scope } = await requireDivision();
  const summary = await getSummary(scope, summaryId);
  if (!summary) notFound();
  return { scope, summary, counts: await countSummary(scope, summary), mayWrite: maySummarize(actor) };
});

/** Loads the title for a page. */
export async function loadSummaryTitle(summaryId: string): Promise<string> {
  return (await loadHead(summaryId)).summary.title;
}

/** The range of positions on a page of units; beyond the last page, that of the last. */
function rangeOf(asked: number, units: number, size: number) {
  const page = Math.min(asked, Math.max(1, Math.ceil(units / size)));
  return { page, pageSize: size, first: (page - 1) * size + 1, last: page * size };
}

export type DraftEntry = SummaryEntry & { sourceStatus: SourceStatus };
export type DraftUnit = { position: number; entries: DraftEntry[] };

function unitsOf(entries: readonly SummaryEntry[], { includesFiled }: SummaryHead): DraftUnit[] {
  const places = [...new Set(entries.map(({ position }) => position))];
  const withStatus = entries.map((entry): DraftEntry => {
    const { versionNumber: number, latest, status } = entry;
    return { ...entry, sourceStatus: sourceStatus({ number, latest, status, includesFiled }) };
  });
  return places.map((position) => ({
    position,
    entries: withStatus.filter((entry) => entry.position === position),
  }));
}

async function loadEntries(summaryId: string, searchParams: SearchParams, sizes: Record<SummaryArrangement, number>) {
  const { scope, summary, counts, mayWrite } = await loadHead(summaryId);
  const size = sizes[summary.arrangement];
  const range = rangeOf(summaryPageSchema.parse(searchParams).page, counts.units, size);
  const entries = await listEntries(scope, { summaryId, ...range });
  return { scope, summary, counts, mayWrite, range, units: unitsOf(entries, summary) };
}

/** Most tasks in a document that is written while its reader waits; a larger one is written by a job. */
const mostAtOnce = 1_000;

/**
 * Loads one page of a draft as the document will read, with the reports that could be added and those that are missing.
 */
export async function loadSummary(summaryId: string, searchParams: SearchParams) {
  const { scope, counts, ...draft } = await loadEntries(summaryId, searchParams, unitsOfPage);
  const [leftOut, events, unsettled, openRemarks] = await Promise.all([
    listLeftOut(scope, summaryId, mostNamed),
    listSummaryEvents(scope, summaryId, summaryEventsShown),
    listUnsettled(scope, draft.summary),
    countOpenRemarks(scope, summaryId),
  ]);
  return { ...draft, counts, leftOut, events, unsettled, openRemarks, isLarge: counts.entries > mostAtOnce };
}

export type LoadedSummary = Awaited<ReturnType<typeof loadSummary>>;

/** Loads one page of the units of a draft, for reordering. */
export async function loadSummaryOrder(summaryId: string, searchParams: SearchParams) {
  const { scope, summary, counts, mayWrite } = await loadHead(summaryId);
  const range = rangeOf(summaryPageSchema.parse(searchParams).page, counts.units, rowsOfPage);
  return { summary, counts, mayWrite, range, units: await listUnits(scope, { summaryId, ...range }) };
}

/** Loads one page of the sources of a draft's passages. */
export async function loadSummaryTraces(summaryId: string, searchParams: SearchParams) {
  const { scope: _scope, ...traces } = await loadEntries(summaryId, searchParams, tracedUnitsOfPage);
  return traces;
}
