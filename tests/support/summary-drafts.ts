import { writeSummary } from '@/lib/documents/summary/write-summary';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { db, type Transaction } from '@/lib/server/database/db';
import { getSummary } from '@/lib/summaries/data';
import { listEntries } from '@/lib/summaries/entries/data';
import { makeSummary, type SummarySettings } from '@/lib/summaries/mutations';
import { now } from './report-states';
import { sql } from './sql';
import { granted } from './writing';

export const scopeOfActor = (actor: Actor) => scopeOf(actor) as ReportScope;

export const asked = (actor: Actor) => ({ actor, now, address: '10.0.0.7' });

export const settings: SummarySettings = {
  arrangement: 'by_agency',
  chosen: sectionsOf(noticeForm),
  includesFiled: false,
  withTable: true,
};

export const frame: SummaryFrame = {
  title: '2020年第一季度汇总',
  introduction: '现汇总如下。',
  closing: '特此报告。',
  signedOn: civilDate('2020-04-08'),
};

/** Makes a draft over a plan's first quarter, and gives its id. */
export async function draftOf(planCode: string, actor: Actor, changes: Partial<SummarySettings> = {}): Promise<string> {
  const given = { plan: planCode, quarter: periodCode('2020Q1'), ...settings, ...frame, ...changes };
  return granted(await makeSummary(given, asked(actor)));
}

export async function headOf(summaryId: string, actor: Actor) {
  const summary = await getSummary(scopeOfActor(actor), summaryId);
  if (!summary) throw new Error('there is no such draft');
  return summary;
}

export const entriesOf = (summaryId: string, actor: Actor) =>
  listEntries(scopeOfActor(actor), { summaryId, first: 1, last: 1_000 });

/** The order of a draft as lines of position, agency and task: "1 甲局 任务1". */
export async function orderOf(summaryId: string, actor: Actor): Promise<string[]> {
  const entries = await entriesOf(summaryId, actor);
  return entries.map(({ position, agencyName, taskText }) => `${position} ${agencyName.slice(0, 2)} ${taskText}`);
}

/** Begins to write a draft's document with a client of the database. */
export const writingSummary = (summaryId: string, actor: Actor, client: Transaction = db) =>
  writeSummary({
    ...{ client, scope: scopeOfActor(actor), wanted: { kind: 'summary', summaryId } },
    withProgress: (batches) => batches,
  });

export async function exportOf(summaryId: string, actor: Actor): Promise<Buffer> {
  const { bytes } = await writingSummary(summaryId, actor);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Everything stored for the reports of a period, to compare before and after. */
export function reportsStored(periodId: string) {
  return sql(
    `SELECT r.*, (SELECT json_agg(e ORDER BY e.id) FROM "Entry" e WHERE e."reportId" = r.id) AS entries,
       (SELECT json_agg(v ORDER BY v.id) FROM "FiledVersion" v WHERE v."reportId" = r.id) AS versions
     FROM "Report" r WHERE r."periodId" = $1 ORDER BY r.id`,
    [periodId],
  );
}

/** The recorded events of a draft, oldest first. */
export async function summaryEvents(summaryId: string) {
  return sql<{ name: string; accountId: string; detail: Record<string, unknown> }>(
    `SELECT name, "accountId", detail FROM "Event" WHERE detail ->> 'summaryId' = $1 ORDER BY id`,
    [summaryId],
  );
}
