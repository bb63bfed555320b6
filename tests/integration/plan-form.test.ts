import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { agencyReport } from '@/lib/documents/agency-report/agency-report';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { formOfPlan } from '@/lib/domain/plan/plan-form';
import { pairEntries } from '@/lib/domain/report/entry-difference';
import { getFiledVersion, getReport } from '@/lib/filing/data';
import { fileReport, saveReport, startReport } from '@/lib/filing/mutations';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { tasksDocument } from '@/lib/open-data/open-data';
import { changePlanForm } from '@/lib/plans/form/mutations';
import { verifyReceiptFile } from '@/lib/receipts/verification';
import { exportFiledVersion } from '@/lib/receipts/version-export';
import { listNearCopies } from '@/lib/reports/last-period/data';
import { acceptReport, returnReport } from '@/lib/review/mutations';
import { remark } from '@/lib/review/remarks/mutations';
import { db } from '@/lib/server/database/db';
import { countLights } from '@/lib/statistics/entries/data';
import { editPassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { gathered, ofPeriod, written } from '../support/documents';
import { makeNextReport } from '../support/next-period';
import { otherEntry, otherForm, otherSections } from '../support/other-form';
import { publishBy } from '../support/publishing';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { draftOf, entriesOf, exportOf, headOf } from '../support/summary-drafts';
import { by, codeOf, eventsOf, granted, storeCalendar, storedReport, typed } from '../support/writing';

let coordinator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
  reviewer = await makeAccount('reviewer');
});

const linesOf = async (file: Buffer) =>
  (await mammoth.extractRawText({ buffer: file })).value.split('\n').filter((line) => line.trim() !== '');

/** The context of a command on a report as it is now. */
async function next(actor: Actor, report: MadeReport) {
  const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
    'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
    [report.id],
  );
  return by(actor, version, now, contentVersion);
}

describe('a report under a form with five other sections', () => {
  let report: MadeReport;
  let reporter: Actor;
  const taskId = () => report.taskIds[0] ?? '';

  beforeAll(async () => {
    report = await makeReport({ status: 'not_started', tasks: 1, form: otherForm });
    reporter = await makeAccount('reporter', report.agencyId);
    granted(await startReport(report.id, await next(reporter, report)));
  });

  /** Saves a content over what is stored. */
  const save = async (content: Record<string, string | boolean>) => {
    const [entry] = (await getReport(scopeOf(reporter), report.id))?.entries ?? [];
    const versions = Object.fromEntries(
      Object.entries(entry?.fieldSaves ?? {}).map(([field, { version }]) => [field, version]),
    );
    const changes = typed(report.taskIds, () => content, versions);
    expect(granted(await saveReport(report.id, changes, await next(reporter, report))).conflicts).toEqual([]);
  };

  test('lacks the sections of that form, and is filed once they are written', async () => {
    const refused = await fileReport(report.id, await next(reporter, report));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'incomplete', missing: ['part1', 'part2', 'part3', 'part4'].map((field) => ({ field })) },
    });
    await save(otherEntry);
    granted(await fileReport(report.id, await next(reporter, report)));
    const { snapshot } = await one<{ snapshot: { form: unknown; entries: object[] } }>(
      'SELECT snapshot FROM "FiledVersion" WHERE "reportId" = $1',
      [report.id],
    );
    expect(snapshot.form).toEqual(otherForm);
    expect(snapshot.entries).toMatchObject([{ ...otherEntry, noPart1: false, noPart1Reason: '', noPart3: false }]);
    expect(snapshot.entries[0]).not.toHaveProperty('progress');
  });

  test('is remarked and returned for its sections alone, in their order, and filed again', async () => {
    const about = (section: string) => ({ taskId: taskId(), section, text: `请补充${section}` });
    const returnFor = async (...sections: string[]) =>
      returnReport(
        report.id,
        { reasons: sections.map(about), returnDueOn: civilDate('2020-04-08') },
        await next(reviewer, report),
      );
    const remarkOn = async (section: string) =>
      remark(report.id, { ...about(section), audience: 'agency' }, await next(reviewer, report));
    expect(codeOf(await remarkOn('progress'))).toBe('not-found');
    granted(await remarkOn('part2'));
    expect(codeOf(await returnFor('part1', 'results'))).toBe('not-found');
    granted(await returnFor('coordination', 'part1'));
    const read = await getReport(scopeOf(reporter), report.id);
    expect(read?.returnedBy?.comments.map(({ section }) => section)).toEqual(['part1', 'coordination']);
    await save({ ...otherEntry, part1: '', part2: '', noPart1: true, noPart1Reason: '等待批复' });
    granted(await fileReport(report.id, await next(reporter, report)));
  });

  test('is compared by its form', async () => {
    const [before, after] = await Promise.all(
      [1, 2].map((number) => getFiledVersion(scopeOf(reporter), report.id, number)),
    );
    const [pair] = pairEntries(before?.snapshot.entries ?? [], after?.snapshot.entries ?? [], otherForm);
    expect(pair?.changed).toEqual(['part1', 'part2']);
  });

  test('is exported as a file that verifies by itself, and as the letter of its agency', async () => {
    const file = await exportFiledVersion({ actor: reporter, scope: scopeOf(reporter) }, report.id, 2);
    expect(verifyReceiptFile(file?.body ?? '')).toMatchObject({ ok: true, receipt: { version: 2 } });
    const filed = await getFiledVersion(scopeOf(reporter), report.id, 2);
    if (!filed) throw new Error('a filed version is not there');
    const lines = await linesOf(await gathered(writeOfficialDocument(agencyReport(filed, '试验局'))));
    expect(lines.slice(lines.findIndex((line) => line.includes('举措落实'))).slice(0, 10)).toEqual([
      ...['（一）举措落实', '本月无举措。原因：等待批复', '（二）阶段成果', '本月无举措，无须填写。'],
      ...['（三）困难问题', otherEntry.part3, '（四）下月打算', otherEntry.part4],
      ...['（五）需领导协调事项', otherEntry.coordination],
    ]);
    expect(lines.join()).not.toContain('进度：');
  });

  test('is accepted and published by the sections chosen, which the public data name', async () => {
    granted(await acceptReport(report.id, await next(reviewer, report)));
    const { version } = await storedReport(report.id);
    const publishers = { coordinator, checker: reviewer };
    expect(codeOf(await publishBy(publishers, report, ['progress'], { version }))).toBe('nothing-chosen');
    granted(await publishBy(publishers, report, ['part1', 'part3'], { version }));
    const body = JSON.parse((await tasksDocument(report.planCode, 1))?.body ?? '{}');
    expect(body.tasks[0].published).toMatchObject([
      {
        noPart1: true,
        noPart3: false,
        sections: { part1: '', part3: otherEntry.part3 },
        labels: { part1: '举措落实', noPart1: '本月无举措', part3: '困难问题', noPart3: '暂无困难' },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('等待批复');
    expect(JSON.stringify(body)).not.toContain(otherEntry.coordination);
  });

  test('stands in a summary with the sections chosen, in the order of its form', async () => {
    const chosen = ['coordination', 'part3', 'part1', 'progress'];
    const id = await draftOf(report.planCode, coordinator, { chosen, withTable: true });
    expect((await headOf(id, coordinator)).sections).toEqual(['part1', 'part3', 'coordination']);
    const [entry] = await entriesOf(id, coordinator);
    const passage = { entryId: entry?.id ?? '', version: 0, text: '请市领导协调。' };
    const asked = { actor: coordinator, now, address: '10.0.0.7' };
    expect(codeOf(await editPassage({ ...passage, section: 'results' }, asked))).toBe('not-found');
    granted(await editPassage({ ...passage, section: 'coordination' }, asked));
    const lines = (await linesOf(await exportOf(id, coordinator))).map((line) => line.replace(/〔来源：[^〕]*〕/g, ''));
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['1.举措落实', '本月无举措。原因：等待批复', '2.困难问题', otherEntry.part3],
        ...['3.需领导协调事项', '请市领导协调。', '举措落实', '困难问题', '需领导协调事项'],
      ]),
    );
  });

  test('stands in the ledger under its own columns', async () => {
    const { bytes } = await written('ledger', report.planCode, ofPeriod('2020Q1'), now);
    const parts = unzipSync(new Uint8Array(bytes));
    const cells = Object.entries(parts)
      .filter(([name]) => /sheet\d+\.xml$|sharedStrings/.test(name))
      .map(([, part]) => strFromU8(part))
      .join('');
    for (const words of ['举措落实', '阶段成果', '困难问题', '下月打算', '需领导协调事项', otherEntry.part4])
      expect(cells).toContain(words);
    for (const words of ['工作进展情况', '取得成效', '>进度<']) expect(cells).not.toContain(words);
  });

  test('is counted among the reported tasks, under no light and with no problem', async () => {
    const filter = { planCode: report.planCode, periodCode: null, search: '', now };
    const scope = scopeOf(reviewer) as ReportScope;
    expect(await countLights(scope, filter)).toMatchObject([{ total: 1, normal: 0, problems: 0 }]);
  });

  test('is compared with the last period by its own sections', async () => {
    const id = await makeNextReport(report, {}, sql);
    await sql('UPDATE "Entry" SET content = $2 WHERE "reportId" = $1', [id, otherEntry]);
    const copies = await listNearCopies(scopeOf(reporter), id);
    expect(copies.map(({ section }) => section).toSorted()).toEqual(['coordination', 'part3', 'part4']);
  });
});

describe('the form of a plan', () => {
  const change = async (report: MadeReport, actor: Actor, form = otherForm) => {
    const { version } = await db.plan.findUniqueOrThrow({ where: { code: report.planCode } });
    return changePlanForm({ plan: report.planCode, version, form }, by(actor, 0));
  };
  const formOf = async ({ planCode }: MadeReport) =>
    (await db.plan.findUniqueOrThrow({ where: { code: planCode }, select: { form: true } })).form;

  test('is changed until the first report is begun, and each change is recorded with the form before it', async () => {
    const report = await makeReport({ status: 'not_started' });
    granted(await change(report, coordinator));
    const shorter = formOfPlan({ light: true, sections: otherSections.sections.slice(3) });
    granted(await change(report, coordinator, shorter));
    expect(await formOf(report)).toEqual(shorter);
    const [, last] = await sql<{ detail: object }>(
      `SELECT detail FROM "Event" WHERE name = 'plan-form-changed' AND detail ->> 'planCode' = $1 ORDER BY id`,
      [report.planCode],
    );
    expect(last?.detail).toMatchObject({ before: otherForm, after: shorter });
    const reporter = await makeAccount('reporter', report.agencyId);
    granted(await startReport(report.id, by(reporter, 7)));
    expect(codeOf(await change(report, coordinator))).toBe('form-in-use');
    expect(await formOf(report)).toEqual(shorter);
  });

  test('is changed by a coordinator of the plan’s office alone', async () => {
    const report = await makeReport({ status: 'not_started' });
    const reporter = await makeAccount('reporter', report.agencyId);
    const codes = await Promise.all([
      change(report, reviewer),
      change(report, await makeAccount('leader')),
      change(report, { ...coordinator, offices: [] }),
      change(report, reporter),
      change(report, await makeAccount('system_administrator')),
    ]);
    expect(codes.map(codeOf)).toEqual(['forbidden', 'forbidden', 'not-found', 'not-found', 'not-found']);
    expect(await formOf(report)).toBeNull();
    expect(await eventsOf(report.id)).toEqual([]);
  });

  test('is not changed from a version of the plan that somebody has changed since, nor in a closed plan', async () => {
    const report = await makeReport({ status: 'not_started' });
    const stale = { plan: report.planCode, version: 0, form: null };
    granted(await change(report, coordinator));
    expect(codeOf(await changePlanForm(stale, by(coordinator, 0)))).toBe('stale');
    await sql(`UPDATE "Plan" SET status = 'closed' WHERE code = $1`, [report.planCode]);
    expect(codeOf(await change(report, coordinator))).toBe('plan-wrong-status');
  });
});
