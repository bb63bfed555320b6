import { expect } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay, WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import type { RefusalCode, Result } from '@/lib/domain/refusal';
import type { EntryKey, FieldContent } from '@/lib/domain/report/entry';
import { changesOfEntry, type FieldChange, type SavedField } from '@/lib/domain/report/field-save';
import type { FilingContext } from '@/lib/filing/mutations';
import { now } from './report-states';
import { one, sql } from './sql';

/** The context of a command: the person, the time, and the version of the report and of its text. */
export function by(actor: Actor, version: number, at: Date = now, contentVersion = 0): FilingContext {
  return { actor, version, contentVersion, now: at, address: '10.0.0.7' };
}

/** All fields of some entries as changes, under the versions that their fields have. */
export function typed(
  taskIds: readonly string[],
  content: (index: number) => Record<EntryKey, FieldContent>,
  versions: Partial<Record<SavedField, number>> = {},
): FieldChange[] {
  return taskIds.flatMap((taskId, index) => changesOfEntry({ taskId, content: content(index), versions }));
}

/** April 2020: the 4th to the 6th were off for Qingming, Sunday the 26th was worked. */
const arranged: [string, CalendarDay['kind'], string][] = [
  ['2020-04-04', 'statutory_holiday', '清明节'],
  ['2020-04-05', 'statutory_holiday', '清明节'],
  ['2020-04-06', 'statutory_holiday', '清明节'],
  ['2020-04-26', 'makeup_workday', '劳动节'],
];

export const calendar: WorkingDayCalendar = {
  days: new Map(
    arranged.map(([text, kind, name]): [CivilDate, CalendarDay] => {
      const date = civilDate(text);
      return [date, { date, kind, name }];
    }),
  ),
  confirmedYears: new Set([2020]),
};

/** Stores that calendar, for the commands that read it. */
export async function storeCalendar(): Promise<void> {
  for (const day of arranged) {
    await sql(`INSERT INTO "CalendarDay" (date, kind, name, source) VALUES ($1, $2, $3, '测试')`, day);
  }
  await sql(`INSERT INTO "CalendarYear" (year, confirmed, source) VALUES (2020, true, '测试')`);
}

export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): RefusalCode | null {
  return result.ok ? null : result.refusal.code;
}

export type StoredRow = {
  status: string;
  version: number;
  filedVersions: number;
  timeliness: string | null;
  reviewBegunAt: Date | null;
  extendedClosesAt: Date | null;
  returnClosesAt: Date | null;
  publicationId: string | null;
};

export function storedReport(id: string): Promise<StoredRow> {
  return one<StoredRow>('SELECT * FROM "Report" WHERE id = $1', [id]);
}

export type StoredEvent = {
  name: string;
  accountId: string | null;
  address: string;
  at: Date;
  detail: Record<string, unknown>;
};

/** The recorded events of a report, oldest first. */
export function eventsOf(reportId: string): Promise<StoredEvent[]> {
  return sql<StoredEvent>('SELECT * FROM "Event" WHERE "reportId" = $1 ORDER BY id', [reportId]);
}

export async function eventNamesOf(reportId: string): Promise<string[]> {
  return (await eventsOf(reportId)).map(({ name }) => name);
}

/** Everything stored for a report, to compare before and after. */
async function everythingOf(reportId: string) {
  const tables = ['Entry', 'FiledVersion', 'Review', 'Extension', 'Publication', 'Event'];
  const rows = tables.map((table) => sql(`SELECT * FROM "${table}" WHERE "reportId" = $1 ORDER BY id`, [reportId]));
  return [await storedReport(reportId), ...(await Promise.all(rows))];
}

/** Expects a refusal with this code, and that it left no trace. */
export async function expectRefused(reportId: string, code: RefusalCode, write: () => Promise<Result<unknown>>) {
  const before = await everythingOf(reportId);
  expect(codeOf(await write())).toBe(code);
  expect(await everythingOf(reportId)).toEqual(before);
}
