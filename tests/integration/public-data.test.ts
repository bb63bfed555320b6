import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCalendar, listCalendarYears } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { Section } from '@/lib/domain/report/entry';
import { publishedByTask, taskRow } from '@/lib/open-data/open-data-rows';
import { getNoticeTexts, listPlans } from '@/lib/plans/data';
import { getLeadAgencyPage, getTask, getTaskPage, listTasksOfAgency } from '@/lib/plans/lists/data';
import * as published from '@/lib/publication/data';
import { withdrawPublication } from '@/lib/publication/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { publishBy } from '../support/publishing';
import { completeEntry, type NoticeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

let coordinator: Actor;
let checker: Actor;
let report: MadeReport;
/** These texts are in this report only, because each has a random mark. */
let entry: NoticeEntry;

const insideTexts = () => [entry.problems, entry.nextSteps];
const allTexts = () => [entry.progress, entry.results, ...insideTexts()];

beforeAll(async () => {
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
  checker = await makeAccount('leader');
});

beforeEach(async () => {
  const mark = randomUUID();
  const texts = { progress: `甲${mark}`, problems: `乙${mark}`, results: `丙${mark}`, nextSteps: `丁${mark}` };
  entry = { ...completeEntry, ...texts };
  report = await makeReport({ status: 'accepted', entry });
});

async function storedVersion(): Promise<number> {
  const [row] = await sql<{ version: number }>('SELECT version FROM "Report" WHERE id = $1', [report.id]);
  return row?.version ?? 0;
}

async function publish(sections: Section[], at = now): Promise<void> {
  const version = await storedVersion();
  granted(await publishBy({ coordinator, checker }, report, sections, { version, at }));
}

async function withdraw(): Promise<void> {
  granted(await withdrawPublication(report.id, '有误', by(coordinator, await storedVersion())));
}

/** Returns the codes that are in the addresses of the report's agency and first task. */
async function codes(): Promise<{ agency: string; task: string }> {
  const [row] = await sql<{ agency: string; task: string }>(
    'SELECT a.code AS agency, t.code AS task FROM "Agency" a, "Task" t WHERE a.id = $1 AND t.id = $2',
    [report.agencyId, report.taskIds[0]],
  );
  if (!row) throw new Error('the report has no agency or no task');
  return row;
}

/** Collects all that the public can read of the report, by every query there is. */
async function everythingPublic(): Promise<string> {
  const { agency, task } = await codes();
  const ofPlan = await published.listPublishedOfPlan(report.planCode);
  const plan = (await listPlans()).find(({ code }) => code === report.planCode);
  const { tasks } = await getTaskPage({ page: 1, size: 100 }, report.planCode);
  return JSON.stringify([
    await published.listLatestPublished(100),
    ofPlan,
    await published.listPublishedOfAgency(agency),
    await published.listPublishedOfTask(task),
    plan,
    await listTasksOfAgency(agency),
    tasks.map((each) => taskRow(each, publishedByTask(ofPlan))),
  ]);
}

function expectNoneOf(text: string, words: readonly string[]): void {
  for (const word of words) expect(text).not.toContain(word);
}

describe('the public data of a report', () => {
  test.each(['draft', 'filed', 'returned', 'accepted'] as const)('nothing is public of a %s report', async (status) => {
    report = await makeReport({ status, entry });
    expectNoneOf(await everythingPublic(), allTexts());
    expect(await published.listPublishedOfPlan(report.planCode)).toEqual([]);
  });

  test('a published report shows the chosen sections, and neither the others nor the secrecy reviewer', async () => {
    await publish(['progress', 'results']);
    const text = await everythingPublic();
    expect(text).toContain(entry.progress);
    expect(text).toContain(entry.results);
    expectNoneOf(text, [...insideTexts(), checker.displayName, 'secrecy', 'light', coordinator.accountId, report.id]);
  });

  test('a published report is found under its plan, its agency and its task, and under no other plan', async () => {
    await publish(['progress']);
    const own = await codes();
    const other = await makeReport({ status: 'accepted', entry });
    for (const found of [
      await published.listPublishedOfPlan(report.planCode),
      await published.listPublishedOfAgency(own.agency),
      await published.listPublishedOfTask(own.task),
    ]) {
      expect(found).toMatchObject([{ periodCode: '2020Q1', correctedAt: null, content: { sections: ['progress'] } }]);
    }
    expect(await published.listPublishedOfPlan(other.planCode)).toEqual([]);
  });

  test('after a correction the public reads the new text and not the one before', async () => {
    await publish(['progress', 'problems']);
    await publish(['results']);
    const text = await everythingPublic();
    expect(text).toContain(entry.results);
    expectNoneOf(text, [entry.progress, entry.problems]);
    expect(await published.listPublishedOfPlan(report.planCode)).toMatchObject([{ correctedAt: now }]);
  });

  test('nothing of a report is public once its publication is withdrawn', async () => {
    await publish(['progress', 'results']);
    await withdraw();
    expectNoneOf(await everythingPublic(), allTexts());
    expect(await published.listPublishedOfPlan(report.planCode)).toEqual([]);
  });

  test('nothing is public even if the report refers to a publication that is withdrawn', async () => {
    await publish(['progress']);
    await withdraw();
    await sql(
      `UPDATE "Report" SET "publicationId" = (SELECT id FROM "Publication" WHERE "reportId" = $1 AND kind = 'withdrawn')
       WHERE id = $1`,
      [report.id],
    );
    expect(await published.listPublishedOfPlan(report.planCode)).toEqual([]);
  });
});

describe('the latest publications', () => {
  test('the latest publications come newest first, and no more than asked for', async () => {
    await publish(['progress'], new Date('2020-05-01T00:00:00Z'));
    const earlier = report.planCode;
    report = await makeReport({ status: 'accepted', entry });
    await publish(['results'], new Date('2020-05-02T00:00:00Z'));
    const latest = await published.listLatestPublished(2);
    expect(latest.map(({ content }) => content.plan.code)).toEqual([report.planCode, earlier]);
  });
});

describe('the public data of a plan', () => {
  test('a public plan lists its tasks in the order of the annex, with lead and supporting agencies', async () => {
    await sql('INSERT INTO "SupportingAgency" ("taskId", "agencyId") VALUES ($1, $2)', [
      report.taskIds[1],
      report.agencyId,
    ]);
    const { agency } = await codes();
    const { total, tasks } = await getTaskPage({ page: 1, size: 50 }, report.planCode);
    const leadAgency = { code: agency, name: agency };
    expect(total).toBe(2);
    expect(tasks).toMatchObject([
      { position: 1, leadAgency, supportingAgencies: [] },
      { position: 2, leadAgency, supportingAgencies: [leadAgency] },
    ]);
    expect(await listTasksOfAgency(agency)).toEqual(tasks);
  });

  test('a list of tasks or agencies is read page by page, with the number of all', async () => {
    const other = await makeReport({ tasks: 7 });
    const page = async (number: number) => (await getTaskPage({ page: number, size: 3 }, other.planCode)).tasks;
    expect((await page(1)).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect((await page(3)).map(({ position }) => position)).toEqual([7]);
    expect(await page(4)).toEqual([]);
    expect(await getLeadAgencyPage({ page: 1, size: 3 }, other.planCode)).toMatchObject({
      total: 1,
      agencies: [{ planCode: other.planCode, number: '1', tasks: 7 }],
    });
    expect(await getLeadAgencyPage({ page: 2, size: 3 }, other.planCode)).toEqual({ total: 0, agencies: [] });
    expect((await listPlans()).find(({ code }) => code === other.planCode)?.scope).toEqual({ agencies: 1, tasks: 7 });
  });

  test('a task names those before and after it, and none beyond the ends of its plan', async () => {
    const { planCode } = await makeReport({ tasks: 3 });
    const { tasks } = await getTaskPage({ page: 1, size: 3 }, planCode);
    const [first, second, third] = tasks.map(({ code }) => code);
    expect(await getTask(first ?? '')).toMatchObject({ previous: null, next: second });
    expect(await getTask(second ?? '')).toMatchObject({ previous: first, next: third });
    expect(await getTask(third ?? '')).toMatchObject({ previous: second, next: null });
    expect(await getTask('none')).toBeNull();
  });

  test('a public plan has its periods with civil dates, its rule and its notice', async () => {
    const plan = (await listPlans()).find(({ code }) => code === report.planCode);
    expect(plan).toMatchObject({
      issuedOn: '2019-01-02',
      deadlineRule: { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' },
      periods: [{ code: '2020Q1', dueOn: '2020-04-03', provisional: false }],
    });
    expect((await getNoticeTexts()).get(report.planCode)).toBe('试验');
  });

  test('the plan that was issued last comes first', async () => {
    await sql(`UPDATE "Plan" SET "issuedOn" = '2031-01-02' WHERE code = $1`, [report.planCode]);
    expect((await listPlans())[0]?.code).toBe(report.planCode);
  });
});

describe('the public working-day calendar', () => {
  test('the calendar lists the years that it covers, and which of them are confirmed', async () => {
    const source = '试验';
    await importCalendar({
      days: [{ date: civilDate('2020-01-01'), kind: 'statutory_holiday', name: '元旦', source }],
      years: [
        { year: 2020, confirmed: true, source },
        { year: 2027, confirmed: false, source },
      ],
    });
    const calendar = await getCalendar();
    expect(calendar.days.get(civilDate('2020-01-01'))).toMatchObject({ kind: 'statutory_holiday', name: '元旦' });
    expect(calendar.confirmedYears).toEqual(new Set([2020]));
    expect(await listCalendarYears()).toEqual(new Set([2020, 2027]));
  });
});
