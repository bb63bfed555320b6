import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { getEvidence } from '@/lib/evidence/data';
import { takeInEvidence } from '@/lib/evidence/intake/job';
import { removeEvidence } from '@/lib/evidence/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { asking, handIn, keptFiles, pdfOf, rowsOf } from '../support/evidence';
import { everyRole, everyStatus, refusalOfCell } from '../support/expected-lifecycle';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { archive, liars, samples } from '../support/sample-files';
import { one, sql } from '../support/sql';
import { by, codeOf, eventsOf, granted, storedReport } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

let report: MadeReport;
let reporter: Actor;
beforeEach(async () => {
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});

const contentVersion = async () =>
  (await one<{ v: number }>('SELECT "contentVersion" AS v FROM "Report" WHERE id = $1', [report.id])).v;
const remove = (id: string, actor = reporter) => removeEvidence(report.id, id, asking(actor));

describe('uploading a file', () => {
  test.each(Object.entries(samples))('a file of kind %s is stored by digest with one event', async (kind, content) => {
    const row = granted(await handIn(report, reporter, { name: `附件.${kind}`, content }));
    expect(row).toMatchObject({ name: `附件.${kind}`, size: content.length, scan: 'not_required' });
    const [stored] = await rowsOf(report.id);
    expect(await keptFiles()).toContain(stored?.digest);
    const [event] = await eventsOf(report.id);
    expect(event).toMatchObject({ name: 'evidence-added', accountId: reporter.accountId, address: '10.0.0.7' });
    expect(event?.detail).toMatchObject({ evidenceId: row.id, digest: stored?.digest, size: content.length });
  });

  test('a second file of a name in a task gets a number, one in another task does not', async () => {
    const other = await makeReport({ tasks: 2 });
    const officer = await makeAccount('reporter', other.agencyId);
    const handInNamed = async (name: string, task: number) => {
      const file = { name, taskId: other.taskIds[task], content: pdfOf(`${name} ${task}`) };
      return granted(await handIn(other, officer, file)).name;
    };
    expect(await handInNamed('完成率.pdf', 0)).toBe('完成率.pdf');
    expect(await handInNamed('完成率.PDF', 0)).toBe('完成率(2).PDF');
    expect(await handInNamed('完成率.pdf', 0)).toBe('完成率(3).pdf');
    expect(await handInNamed('完成率.pdf', 1)).toBe('完成率.pdf');
  });

  test('an upload keeps the version of the report, but the report must be read again before it is filed', async () => {
    granted(await handIn(report, reporter));
    expect((await storedReport(report.id)).version).toBe(report.version);
    expect(await contentVersion()).toBe(1);
    expect(codeOf(await fileReport(report.id, by(reporter, report.version)))).toBe('stale');
  });

  const lies: [string, Buffer][] = [
    ['程序.pdf', liars.program],
    ['网页.pdf', liars.page],
    ['压缩.docx', archive],

    ['安装.wps', liars.installer],
    ['表格.docx', samples.xlsx],
    ['图片.jpg', samples.png],
  ];
  test.each(lies)('the file %s with another content is refused and not stored', async (name, content) => {
    const before = await keptFiles();
    expect(codeOf(await handIn(report, reporter, { name, content }))).toBe('evidence-type-differs');
    expect(await keptFiles()).toEqual(before);
    expect(await rowsOf(report.id)).toEqual([]);
    expect(await eventsOf(report.id)).toEqual([]);
  });

  test('a file is refused by its announced size or name before a byte is read', async () => {
    let isRead = false;
    async function* body() {
      isRead = true;
      yield samples.pdf;
    }
    const [taskId = ''] = report.taskIds;
    const upload = { reportId: report.id, taskId, name: '大.pdf', announced: 20 * 1024 * 1024 + 1, body: body() };
    expect(codeOf(await takeInEvidence(upload, asking(reporter)))).toBe('evidence-too-large');
    const program = { ...upload, name: '程序.exe', announced: 100 };
    expect(codeOf(await takeInEvidence(program, asking(reporter)))).toBe('evidence-kind-not-taken');
    expect(isRead).toBe(false);
  });

  test('a file for a task of another report, or for no report, is not found', async () => {
    const other = await makeReport();
    expect(codeOf(await handIn(report, reporter, { taskId: other.taskIds[0] }))).toBe('not-found');
    expect(codeOf(await handIn({ ...report, id: 'no id' }, reporter))).toBe('not-found');
  });
});

describe('the right to add and remove files by status', () => {
  test.each(everyStatus)('in status %s every role may add and remove files as the design says', async (status) => {
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const role of everyRole) {
      report = await makeReport({ status: 'draft' });
      const owner = await makeAccount('reporter', report.agencyId);
      const { id } = granted(await handIn(report, owner));
      await sql('UPDATE "Report" SET status = $2 WHERE id = $1', [report.id, status]);
      const isOfAgency = role === 'reporter' || role === 'approver';
      const actor = await makeAccount(role, isOfAgency ? report.agencyId : null);
      const stranger = await makeAccount('reporter', (await makeReport()).agencyId);
      found[role] = [codeOf(await handIn(report, actor)), codeOf(await remove(id, actor))];
      wanted[role] = [
        refusalOfCell(status, 'add-evidence', { role, ofOwnAgency: true }),
        refusalOfCell(status, 'remove-evidence', { role, ofOwnAgency: true }),
      ];
      expect([codeOf(await handIn(report, stranger)), codeOf(await remove(id, stranger))]).toEqual([
        'not-found',
        'not-found',
      ]);
    }
    expect(found).toEqual(wanted);
  });
});

describe('the number of files of an entry', () => {
  test('an entry takes ten files, also when two are uploaded at once for the last place', async () => {
    for (let number = 1; number <= 9; number += 1) granted(await handIn(report, reporter));
    for (let round = 0; round < 10; round += 1) {
      const racers = ['one', 'other'].map((words) => handIn(report, reporter, { content: pdfOf(`${words} ${round}`) }));
      const results = await Promise.all(racers);
      expect(results.map(codeOf).toSorted()).toEqual(['evidence-full', null].toSorted());
      const [kept] = results.flatMap((result) => (result.ok ? [result.value] : []));
      const stored = (await rowsOf(report.id)).filter(({ removedAt }) => removedAt === null);
      expect(stored).toHaveLength(10);
      expect((await keptFiles()).toSorted()).toEqual(
        expect.arrayContaining([...new Set(stored.map((row) => row.digest))]),
      );
      granted(await remove(kept?.id ?? ''));
    }
    expect(
      new Set((await rowsOf(report.id)).filter((row) => row.removedAt === null).map((row) => row.digest)).size,
    ).toBe(1);
  });

  test('the files of each task are counted separately', async () => {
    for (let number = 1; number <= 10; number += 1) granted(await handIn(report, reporter));
    expect(codeOf(await handIn(report, reporter))).toBe('evidence-full');
    granted(await handIn(report, reporter, { taskId: report.taskIds[1] }));
  });
});

describe('removing a file', () => {
  test('a removed file is gone with its bytes for everybody, and its events stay', async () => {
    const content = pdfOf('taken off');
    const { id } = granted(await handIn(report, reporter, { content }));
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    granted(await remove(id));
    expect(await getEvidence(scopeOf(reporter), id)).toBeNull();
    expect(await keptFiles()).not.toContain(digest);
    expect((await eventsOf(report.id)).map(({ name }) => name)).toEqual(['evidence-added', 'evidence-removed']);
    expect(codeOf(await remove(id))).toBe('not-found');
  });

  test('removing a file keeps bytes that another entry has too', async () => {
    const content = pdfOf('twice');
    const first = granted(await handIn(report, reporter, { content }));
    granted(await handIn(report, reporter, { content, taskId: report.taskIds[1] }));
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    granted(await remove(first.id));
    expect(await keptFiles()).toContain(digest);
  });

  test('bytes that are uploaded to one report while they are removed from another are kept', async () => {
    const other = await makeReport();
    const stranger = await makeAccount('reporter', other.agencyId);
    for (let round = 0; round < 10; round += 1) {
      const content = pdfOf(`in and out ${round}`);
      const { id } = granted(await handIn(report, reporter, { content }));
      const [, came] = await Promise.all([remove(id), handIn(other, stranger, { content })]);
      const stored = await getEvidence(scopeOf(stranger), granted(came).id);
      expect(await keptFiles()).toContain(stored?.digest);
      granted(await removeEvidence(other.id, granted(came).id, asking(stranger)));
      expect(await keptFiles()).not.toContain(stored?.digest);
    }
  });
});
