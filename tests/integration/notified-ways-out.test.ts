import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { requestExtension, takeBackExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { setLateFiling } from '@/lib/late-filing/mutations';
import { countUnread, listMessages } from '@/lib/notifications/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { declinePublications, proposePublications } from '@/lib/publication/mutations';
import { makeAccount } from '../support/accounts';
import { subjectsOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { asked, proposalOf, publishBy } from '../support/publishing';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, granted, storeCalendar, storedReport } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let approver: Actor;
let reviewer: Actor;

const version = async () => (await storedReport(report.id)).version;
const messagesOf = async (actor: Actor) => (await listMessages(actor, { number: 1, size: 20 })).messages;
const _assign = (reader: Actor) =>
  sql(
    `INSERT INTO "ReviewAssignment" ("planId", "agencyId", "reviewerId") SELECT id, $2, $3 FROM "Plan" WHERE code = $1`,
    [report.planCode, report.agencyId, reader.accountId],
  );

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
});

beforeEach(async () => {
  report = await makeReport({ signOffRequired: true, tasks: 2 });
  [reporter, approver, reviewer] = await Promise.all([
    makeAccount('reporter', report.agencyId),
    makeAccount('approver', report.agencyId),
    makeAccount('reviewer'),
  ]);
});

describe('publication by two accounts', () => {
  test('whoever may confirm is notified of a proposal but its proposer, and the agency once it is published', async () => {
    report = await makeReport({ status: 'accepted' });
    const [coordinator, officer] = await Promise.all([
      makeAccount('coordinator'),
      makeAccount('reporter', report.agencyId),
    ]);
    granted(await proposePublications([proposalOf(report, ['progress'])], asked(coordinator)));
    await notifyOfEvents();
    expect(await subjectsOf(coordinator.accountId)).toEqual([]);
    expect(await subjectsOf(reviewer.accountId)).toEqual([
      expect.stringMatching(/^【公开】请确认公开.+2020年第一季度报告$/),
    ]);
    granted(await declinePublications([{ reportId: report.id, version: 8 }], '请删去金额', asked(reviewer)));
    await notifyOfEvents();
    expect(await countUnread(reviewer)).toBe(0);
    expect((await messagesOf(coordinator))[0]?.body).toMatch(/未同意公开.+2020年第一季度报告。\n说明：请删去金额$/);
    granted(await publishBy({ coordinator, checker: reviewer }, report, ['progress'], { version: 9 }));
    await notifyOfEvents();
    expect(await countUnread(coordinator)).toBe(0);
    expect(await subjectsOf(officer.accountId)).toEqual(['【公开】2020年第一季度报告已公开']);
  });
});

describe('the ways out', () => {
  test('the agency is notified of late filing, and coordinators of a request that was taken back', async () => {
    const coordinator = await makeAccount('coordinator');
    const asks = { reason: '数据未到', proposedOn: civilDate('2020-04-10') };
    granted(await requestExtension(report.id, asks, by(reporter, 7)));
    granted(await takeBackExtension(report.id, by(reporter, 8)));
    granted(await setLateFiling({ reports: [report.id], isOpen: true }, by(coordinator, 9)));
    await notifyOfEvents();
    expect(
      (await messagesOf(coordinator)).map(({ subject, doneAt }) => [subject.slice(0, 6), doneAt !== null]),
    ).toEqual([
      ['【延期申请】', false],
      ['【延期申请】', true],
    ]);
    expect(await subjectsOf(approver.accountId)).toEqual(['【补报】2020年第一季度报告可以补报']);
    granted(await fileReport(report.id, by(approver, await version())));
    expect(await countUnread(approver)).toBe(0);
  });
});
