import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import { fileReport } from '@/lib/filing/mutations';
import { declinePublications, proposePublications, publishReports } from '@/lib/publication/mutations';
import { acceptReport, reopenReport, returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { acceptedOn, asked, proposalOf, publishBy } from '../support/publishing';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { type Row, sql } from '../support/sql';
import {
  by,
  codeOf,
  eventNamesOf,
  eventsOf,
  expectRefused,
  granted,
  storeCalendar,
  storedReport,
} from '../support/writing';

let report: MadeReport;
let coordinator: Actor;
let reviewer: Actor;
let leader: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
  reviewer = await makeAccount('reviewer');
  leader = await makeAccount('leader');
});

beforeEach(async () => {
  report = await makeReport({ status: 'accepted' });
});

type Publication = Row & { id: string; content: { entries: Row[] } | null };

const publicationsOf = (reportId: string) =>
  sql<Publication>('SELECT * FROM "Publication" WHERE "reportId" = $1 ORDER BY number', [reportId]);
const proposalsOf = (reportId: string) =>
  sql('SELECT * FROM "PublicationProposal" WHERE "reportId" = $1 ORDER BY id', [reportId]);

const propose = (made = report, version = 7, actor = coordinator) =>
  proposePublications([proposalOf(made, ['progress'], version, '更正')], asked(actor));
const confirm = (version = 8, actor = reviewer, on = acceptedOn) =>
  publishReports([{ reportId: report.id, version }], on, asked(actor));
const publish = (version = 7) =>
  publishBy({ coordinator, checker: reviewer }, report, ['progress', 'results'], { version });

describe('proposing a publication', () => {
  test('nothing is public of what was only proposed', async () => {
    granted(await propose());
    expect(await publicationsOf(report.id)).toEqual([]);
    expect((await storedReport(report.id)).publicationId).toBeNull();
    expect((await eventsOf(report.id)).at(-1)).toMatchObject({
      name: 'publication-proposed',
      accountId: coordinator.accountId,
      detail: { kind: 'published', sections: ['progress'] },
    });
  });

  test.each(['reviewer', 'leader'] as const)('a %s may not propose', async (role) => {
    const actor = await makeAccount(role);
    await expectRefused(report.id, 'forbidden', () => propose(report, 7, actor));
  });

  test('a proposal needs a chosen section, and tasks of its report', async () => {
    const empty = proposalOf(report, []);
    await expectRefused(report.id, 'nothing-chosen', () => proposePublications([empty], asked(coordinator)));
    const foreign = proposalOf({ id: report.id, taskIds: ['018f0000-0000-7000-8000-00000000000f'] }, ['progress']);
    await expectRefused(report.id, 'not-found', () => proposePublications([foreign], asked(coordinator)));
  });

  test('a report that is not accepted cannot be proposed', async () => {
    const filed = await makeReport({ status: 'filed' });
    await expectRefused(filed.id, 'wrong-status', () => propose(filed));
  });

  test('a proposal masks personal numbers and keeps the choice on record', async () => {
    const entry = { ...completeEntry, progress: '联系13800138000，热线13912345678' };
    const made = await makeReport({ status: 'accepted', entry, tasks: 1 });
    const [proposal] = [proposalOf(made, ['progress'])];
    const unmasked = [{ section: 'progress' as const, start: 16, end: 27, reason: '公开的热线' }];
    const tasks = proposal.tasks.map((task) => ({ ...task, unmasked }));
    granted(await proposePublications([{ ...proposal, tasks }], asked(coordinator)));
    granted(await publishReports([{ reportId: made.id, version: 8 }], acceptedOn, asked(leader)));
    const [publication] = await publicationsOf(made.id);
    expect(publication?.content?.entries[0]?.progress).toBe('联系138****8000，热线13912345678');
    expect((await proposalsOf(made.id))[0]?.numbers).toMatchObject([
      { kind: 'mobile', number: '13800138000', masked: '138****8000', reason: null },
      { kind: 'mobile', number: '13912345678', reason: '公开的热线' },
    ]);
  });
});

describe('confirming a publication', () => {
  test('what another account confirms is exactly what was proposed, under its own name', async () => {
    granted(await publish());
    const [publication] = await publicationsOf(report.id);
    const [proposal] = await proposalsOf(report.id);
    const secrecyReviewer = reviewer.displayName;
    expect(publication).toMatchObject({ number: 1, kind: 'published', secrecyReviewer, content: proposal?.content });
    expect(proposal).toMatchObject({ outcome: 'confirmed', decidedById: reviewer.accountId });
    const { progress, results, problems, nextSteps } = completeEntry;
    expect(publication?.content?.entries[0]).toMatchObject({ progress, results });
    const text = JSON.stringify(publication?.content);
    expect(text).not.toContain(problems);
    expect(text).not.toContain(nextSteps);
    expect((await storedReport(report.id)).publicationId).toBe(publication?.id);
    expect((await eventsOf(report.id)).at(-1)).toMatchObject({
      name: 'report-published',
      accountId: reviewer.accountId,
      detail: { kind: 'published', secrecyReviewedOn: acceptedOn },
    });
  });

  test('the account that proposed may not confirm, nor decline', async () => {
    granted(await propose());
    await expectRefused(report.id, 'own-proposal', () => confirm(8, coordinator));
    const seen = [{ reportId: report.id, version: 8 }];
    await expectRefused(report.id, 'own-proposal', () => declinePublications(seen, '不妥', asked(coordinator)));
  });

  test('another coordinator and a leader may confirm, an officer of the agency may not', async () => {
    const reporter = await makeAccount('reporter', report.agencyId);
    granted(await propose());
    await expectRefused(report.id, 'forbidden', () => confirm(8, reporter));
    granted(await confirm(8, await makeAccount('coordinator')));
    granted(await propose(report, 9));
    granted(await confirm(10, leader));
  });

  test.each(['2020-04-01', '2020-04-03'])(
    'a check on %s is refused: accepted on 2 April, which is today',
    async (on) => {
      granted(await propose());
      await expectRefused(report.id, 'secrecy-review-outside', () => confirm(8, reviewer, civilDate(on)));
    },
  );

  test('nothing is confirmed that was not proposed', async () => {
    await expectRefused(report.id, 'no-proposal', () => confirm(7));
  });

  test('publishing again is a correction with a reason, and the earlier publication stays in the history', async () => {
    granted(await publish());
    const [earlier] = await publicationsOf(report.id);
    const without = proposalOf(report, sectionsOf(noticeForm), 9);
    await expectRefused(report.id, 'reason-required', () => proposePublications([without], asked(coordinator)));
    const publishers = { coordinator, checker: reviewer };
    granted(await publishBy(publishers, report, sectionsOf(noticeForm), { version: 9, reason: '数字有误' }));
    const [still, corrected] = await publicationsOf(report.id);
    expect(still).toEqual(earlier);
    expect(corrected).toMatchObject({ number: 2, kind: 'corrected', reason: '数字有误' });
    expect((await storedReport(report.id)).publicationId).toBe(corrected?.id);
  });

  test('publishing a corrected report gives the version that was accepted last', async () => {
    const reporter = await makeAccount('reporter', report.agencyId);
    const reasons = [{ taskId: report.taskIds[0] ?? '', section: null, text: '请更正' }];
    granted(await publish());
    granted(await reopenReport(report.id, '有误', by(reviewer, 9)));
    granted(await returnReport(report.id, { reasons, returnDueOn: civilDate('2020-04-08') }, by(reviewer, 10)));
    granted(await fileReport(report.id, by(reporter, 11)));
    const inForce = (await storedReport(report.id)).publicationId;
    granted(await acceptReport(report.id, by(reviewer, 12)));
    expect((await storedReport(report.id)).publicationId).toBe(inForce);
    granted(await publish(13));
    const versions = await sql(
      'SELECT v.number FROM "Publication" p JOIN "FiledVersion" v ON v.id = p."filedVersionId" WHERE p."reportId" = $1 ORDER BY p.number',
      [report.id],
    );
    expect(versions).toEqual([{ number: 1 }, { number: 2 }]);
  });
});

describe('many reports at once', () => {
  const seenOf = (reports: readonly MadeReport[]) => reports.map(({ id }) => ({ reportId: id, version: 8 }));

  async function proposed(count: number): Promise<MadeReport[]> {
    const reports: MadeReport[] = [];
    for (let index = 0; index < count; index += 1) reports.push(await makeReport({ status: 'accepted', tasks: 1 }));
    const proposals = reports.map((each) => proposalOf(each, ['progress']));
    granted(await proposePublications(proposals, asked(coordinator)));
    return reports;
  }

  test('one proposal and one confirmation cover sixteen reports', async () => {
    const reports = await proposed(16);
    granted(await publishReports(seenOf(reports), acceptedOn, asked(leader)));
    for (const { id } of reports) {
      expect(await eventNamesOf(id)).toEqual(['publication-proposed', 'report-published']);
      expect((await storedReport(id)).publicationId).not.toBeNull();
    }
  });

  test('if one report was changed meanwhile, none is published, and the refusal names it', async () => {
    const reports = await proposed(3);
    const [, changed] = reports;
    granted(await reopenReport(changed?.id ?? '', '复核', by(reviewer, 8)));
    const result = await publishReports(seenOf(reports), acceptedOn, asked(leader));
    const refusal = { code: 'wrong-status', status: 'filed', command: 'publish' };
    expect(result).toMatchObject({ ok: false, refusal: { code: 'refused-for-one', periodCode: '2020Q1', refusal } });
    for (const { id } of reports) expect(await publicationsOf(id)).toEqual([]);
  });

  test('one reason declines many proposals, and without a report nothing is decided', async () => {
    const reports = await proposed(2);
    granted(await declinePublications(seenOf(reports), '含敏感内容', asked(reviewer)));
    for (const { id } of reports)
      expect(await proposalsOf(id)).toMatchObject([{ outcome: 'declined', note: '含敏感内容' }]);
    expect(codeOf(await publishReports([], acceptedOn, asked(reviewer)))).toBe('no-report-chosen');
  });

  test('of two confirmations of the same reports in opposite order one succeeds as a whole', {
    timeout: 30_000,
  }, async () => {
    for (let round = 0; round < 5; round += 1) {
      const reports = await proposed(4);
      const results = await Promise.all([
        publishReports(seenOf(reports), acceptedOn, asked(leader)),
        publishReports(seenOf(reports).reverse(), acceptedOn, asked(reviewer)),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const { id } of reports) expect(await publicationsOf(id)).toHaveLength(1);
    }
  });
});
