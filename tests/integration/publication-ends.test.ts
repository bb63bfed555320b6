import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import {
  declinePublications,
  explainWithdrawal,
  proposePublications,
  publishReports,
  takeBackPublication,
  withdrawPublication,
} from '@/lib/publication/mutations';
import { acceptReport, reopenReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { everyStatus } from '../support/expected-lifecycle';
import { acceptedOn, asked, proposalOf, publishBy } from '../support/publishing';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { type Row, sql } from '../support/sql';
import { by, eventsOf, expectRefused, granted, storeCalendar, storedReport } from '../support/writing';

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

describe('a proposal that comes to nothing', () => {
  test('a declined proposal is proposed anew', async () => {
    granted(await propose());
    granted(await declinePublications([{ reportId: report.id, version: 8 }], '请去掉姓名', asked(leader)));
    await expectRefused(report.id, 'no-proposal', () => confirm(9));
    granted(await propose(report, 9));
    granted(await confirm(10));
  });

  test('whoever proposed takes a proposal back, and nobody else does', async () => {
    granted(await propose());
    const other = await makeAccount('coordinator');
    await expectRefused(report.id, 'proposal-of-another', () => takeBackPublication(report.id, by(other, 8)));
    granted(await takeBackPublication(report.id, by(coordinator, 8)));
    expect(await proposalsOf(report.id)).toMatchObject([{ outcome: 'taken_back' }]);
    await expectRefused(report.id, 'no-proposal', () => confirm(9));
  });

  test('a proposal lapses when its report is reopened, also after it was accepted again', async () => {
    granted(await propose());
    granted(await reopenReport(report.id, '复核', by(reviewer, 8)));
    await expectRefused(report.id, 'wrong-status', () => confirm(9));
    granted(await acceptReport(report.id, by(reviewer, 9)));
    await expectRefused(report.id, 'no-proposal', () => confirm(10));
  });

  test('a proposal lapses when what is public is withdrawn, so that an open page does not put it back', async () => {
    granted(await publish());
    granted(await propose(report, 9));
    granted(await withdrawPublication(report.id, '', asked(leader)));
    await expectRefused(report.id, 'no-proposal', () => confirm(10));
    expect((await proposalsOf(report.id)).at(-1)).toMatchObject({ outcome: 'lapsed', decidedById: leader.accountId });
  });
});

describe('withdrawing a publication', () => {
  test.each(everyStatus)('a leader withdraws what is public at once while the report is %s', async (status) => {
    const made = await makeReport({ status, published: true });
    granted(await withdrawPublication(made.id, '', asked(leader)));
    expect(await publicationsOf(made.id)).toMatchObject([
      { number: 1, kind: 'published' },
      { number: 2, kind: 'withdrawn', content: null, reason: '' },
    ]);
    expect(await storedReport(made.id)).toMatchObject({ publicationId: null, status, version: 7 });
  });

  test('the reason may follow, once, and stands in the record', async () => {
    const made = await makeReport({ status: 'returned', published: true });
    granted(await withdrawPublication(made.id, '', asked(leader)));
    granted(await explainWithdrawal(made.id, '含个人信息', asked(coordinator)));
    expect((await eventsOf(made.id)).at(-1)).toMatchObject({
      name: 'publication-withdrawal-explained',
      detail: { reason: '含个人信息', number: 2 },
    });
    await expectRefused(made.id, 'withdrawal-explained', () => explainWithdrawal(made.id, '再写', asked(leader)));
  });

  test('a withdrawal with its reason asks for none afterwards', async () => {
    granted(await publish());
    granted(await withdrawPublication(report.id, '内容有误', asked(coordinator)));
    await expectRefused(report.id, 'withdrawal-explained', () => explainWithdrawal(report.id, '再写', asked(leader)));
  });

  test('withdrawing is refused if nothing is public, and to a reviewer', async () => {
    await expectRefused(report.id, 'not-published', () => withdrawPublication(report.id, '', asked(leader)));
    granted(await publish());
    await expectRefused(report.id, 'forbidden', () => withdrawPublication(report.id, '', asked(reviewer)));
  });

  test('a report can be published again after its publication was withdrawn', async () => {
    granted(await publish());
    granted(await withdrawPublication(report.id, '内容有误', asked(leader)));
    granted(await publish(9));
    expect((await publicationsOf(report.id)).map(({ kind }) => kind)).toEqual(['published', 'withdrawn', 'published']);
  });
});
