import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import { type Section, sections } from '@/lib/domain/report/entry';
import { fileReport } from '@/lib/filing/mutations';
import { publishReport, withdrawPublication } from '@/lib/publication/mutations';
import { acceptReport, reopenReport, returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { type Row, sql } from '../support/sql';
import { by, eventsOf, expectRefused, granted, storeCalendar, storedReport } from '../support/writing';

let report: MadeReport;
let coordinator: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  report = await makeReport({ status: 'accepted' });
});

type Publication = Row & { id: string; content: { entries: Row[] } | null };

const publicationsOf = (reportId: string) =>
  sql<Publication>('SELECT * FROM "Publication" WHERE "reportId" = $1 ORDER BY number', [reportId]);

const checked = { secrecyReviewer: '王审查', secrecyReviewedOn: civilDate('2020-04-02') };
const publish = (chosen: Section[], version: number, actor = coordinator) =>
  publishReport(report.id, { sections: chosen, ...checked }, by(actor, version));

describe('publishing', () => {
  test('publishing stores the chosen sections and nothing else', async () => {
    granted(await publish(['progress', 'results'], 7));
    const [publication] = await publicationsOf(report.id);
    expect(publication).toMatchObject({ number: 1, kind: 'published', secrecyReviewer: '王审查' });
    const { progress, results, problems, nextSteps } = completeEntry;
    expect(publication?.content?.entries[0]).toMatchObject({ progress, results });
    const text = JSON.stringify(publication?.content);
    expect(text).not.toContain(problems);
    expect(text).not.toContain(nextSteps);
    expect((await storedReport(report.id)).publicationId).toBe(publication?.id);
  });

  test('publishing leaves an event with the sections, the secrecy review and the person', async () => {
    granted(await publish(['progress'], 7));
    expect((await eventsOf(report.id)).at(-1)).toMatchObject({
      name: 'report-published',
      accountId: coordinator.accountId,
      detail: { kind: 'published', sections: ['progress'], ...checked },
    });
  });

  test('publishing again is a correction, and the earlier publication stays in the history', async () => {
    granted(await publish(['progress'], 7));
    const [earlier] = await publicationsOf(report.id);
    granted(await publish([...sections], 8));
    const [still, corrected] = await publicationsOf(report.id);
    expect(still).toEqual(earlier);
    expect(corrected).toMatchObject({ number: 2, kind: 'corrected' });
    expect((await storedReport(report.id)).publicationId).toBe(corrected?.id);
  });

  test('publishing a corrected report gives the version that was accepted last', async () => {
    const reviewer = await makeAccount('reviewer');
    const reporter = await makeAccount('reporter', report.agencyId);
    const reasons = [{ taskId: report.taskIds[0] ?? '', section: null, text: '请更正' }];
    const decision = { reasons, returnDueOn: civilDate('2020-04-08') };
    granted(await publish(['progress'], 7));
    granted(await reopenReport(report.id, '有误', by(reviewer, 8)));
    granted(await returnReport(report.id, decision, by(reviewer, 9)));
    granted(await fileReport(report.id, by(reporter, 10)));
    const inForce = (await storedReport(report.id)).publicationId;
    granted(await acceptReport(report.id, by(reviewer, 11)));
    expect((await storedReport(report.id)).publicationId).toBe(inForce);
    granted(await publish(['progress'], 12));
    const versions = await sql(
      'SELECT v.number FROM "Publication" p JOIN "FiledVersion" v ON v.id = p."filedVersionId" WHERE p."reportId" = $1 ORDER BY p.number',
      [report.id],
    );
    expect(versions).toEqual([{ number: 1 }, { number: 2 }]);
  });

  test.each([
    ['nothing chosen', [], checked, 'nothing-chosen'],
    ['no name under the secrecy review', ['progress'], { ...checked, secrecyReviewer: ' ' }, 'secrecy-review-required'],
    [
      'a secrecy review of tomorrow',
      ['progress'],
      { ...checked, secrecyReviewedOn: civilDate('2020-04-03') },
      'secrecy-review-required',
    ],
  ] as [string, Section[], { secrecyReviewer: string; secrecyReviewedOn: CivilDate }, 'nothing-chosen'][])(
    'publishing is refused with %s',
    async (_title, chosen, secrecy, code) => {
      await expectRefused(report.id, code, () =>
        publishReport(report.id, { sections: chosen, ...secrecy }, by(coordinator, 7)),
      );
    },
  );

  test.each(['reviewer', 'leader'] as const)('a %s may not publish', async (role) => {
    const actor = await makeAccount(role);
    await expectRefused(report.id, 'forbidden', () => publish(['progress'], 7, actor));
  });

  test('a report that is not accepted cannot be published', async () => {
    const filed = await makeReport({ status: 'filed' });
    const chosen = { sections: ['progress' as const], ...checked };
    await expectRefused(filed.id, 'wrong-status', () => publishReport(filed.id, chosen, by(coordinator, 7)));
  });
});

describe('withdrawing a publication', () => {
  test('withdrawing takes a publication off the public pages with a reason, and keeps it in the history', async () => {
    granted(await publish(['progress'], 7));
    granted(await withdrawPublication(report.id, '内容有误', by(coordinator, 8)));
    expect(await publicationsOf(report.id)).toMatchObject([
      { number: 1, kind: 'published' },
      { number: 2, kind: 'withdrawn', content: null, reason: '内容有误' },
    ]);
    expect((await storedReport(report.id)).publicationId).toBeNull();
  });

  test('withdrawing is refused without a reason, and if nothing is public', async () => {
    await expectRefused(report.id, 'not-published', () => withdrawPublication(report.id, '理由', by(coordinator, 7)));
    granted(await publish(['progress'], 7));
    await expectRefused(report.id, 'reason-required', () => withdrawPublication(report.id, ' ', by(coordinator, 8)));
  });

  test('a report can be published again after its publication was withdrawn', async () => {
    granted(await publish(['progress'], 7));
    granted(await withdrawPublication(report.id, '内容有误', by(coordinator, 8)));
    granted(await publish(['results'], 9));
    expect((await publicationsOf(report.id)).map(({ kind }) => kind)).toEqual(['published', 'withdrawn', 'published']);
  });
});
