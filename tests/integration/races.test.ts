import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { publishReport } from '@/lib/publication/mutations';
import { fileReport, saveReport, startReport, withdrawReport } from '@/lib/reports/mutations';
import { acceptReport, beginReview, returnReport } from '@/lib/reviews/mutations';
import { makeAccount } from './support/accounts';
import { setDemonstrationClock } from './support/clock';
import { expectOneWinner, type Racers, race, rounds } from './support/racing';
import { completeEntry, now } from './support/report-states';
import { by, storeCalendar } from './support/writing';

let reviewer: Actor;
let otherReviewer: Actor;
let coordinator: Actor;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
  otherReviewer = await makeAccount('reviewer');
  coordinator = await makeAccount('coordinator');
});

const toReturn = (taskIds: string[]) => ({
  reasons: taskIds.map((taskId) => ({ taskId, section: null, text: '请补充' })),
  returnDueOn: civilDate('2020-04-08'),
});

describe('of two at once one wins, round after round, and the history says which', { timeout: 60_000 }, () => {
  test('two reviewers accept', async () => {
    const racers: Racers = ({ id }) => [
      () => acceptReport(id, by(reviewer, 7)),
      () => acceptReport(id, by(otherReviewer, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      expect(outcome).toMatchObject({ reviews: 1, events: ['report-accepted'], report: { status: 'accepted' } });
    });
  });

  test('one reviewer accepts, another returns', async () => {
    const racers: Racers = ({ id, taskIds }) => [
      () => acceptReport(id, by(reviewer, 7)),
      () => returnReport(id, toReturn(taskIds), by(otherReviewer, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      const status = outcome.winner === 0 ? 'accepted' : 'returned';
      expect(outcome).toMatchObject({ reviews: 1, events: [`report-${status}`], report: { status } });
    });
  });

  test('an agency files twice: one version, one receipt', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => fileReport(id, by(reporter, 7)),
      () => fileReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({}, racers, (outcome) => {
      const report = { status: 'filed', filedVersions: 1 };
      expect(outcome).toMatchObject({ versions: 1, events: ['report-filed'], report });
    });
  });

  test('the division returns, the agency withdraws', async () => {
    const racers: Racers = ({ id, reporter, taskIds }) => [
      () => returnReport(id, toReturn(taskIds), by(reviewer, 7)),
      () => withdrawReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      const hasReturned = outcome.winner === 0;
      expect(outcome.report.status).toBe(hasReturned ? 'returned' : 'draft');
      expect(outcome.reviews).toBe(hasReturned ? 1 : 0);
    });
  });

  test('the division begins its review, the agency withdraws', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => beginReview(id, by(reviewer, 7)),
      () => withdrawReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      expect(outcome.report.status).toBe(outcome.winner === 0 ? 'filed' : 'draft');
    });
  });

  test('one tab saves, another files', async () => {
    const racers: Racers = ({ id, reporter, taskIds }) => [
      () =>
        saveReport(
          id,
          taskIds.map((taskId) => ({ taskId, ...completeEntry, progress: '新' })),
          by(reporter, 7),
        ),
      () => fileReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({}, racers, (outcome) => expect(outcome.versions).toBe(outcome.winner));
  });

  test('two people start: each task has one entry', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => startReport(id, by(reporter, 7)),
      () => startReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({ status: 'not_started' }, racers, (outcome) => expect(outcome.entries).toBe(1));
  });

  test('a section is published twice', async () => {
    const chosen = {
      sections: ['progress' as const],
      secrecyReviewer: '王',
      secrecyReviewedOn: civilDate('2020-04-02'),
    };
    const racers: Racers = ({ id }) => [
      () => publishReport(id, chosen, by(coordinator, 7)),
      () => publishReport(id, chosen, by(coordinator, 7)),
    ];
    await expectOneWinner({ status: 'accepted' }, racers, (outcome) => expect(outcome.publications).toBe(1));
  });

  test('an extension is asked for twice', async () => {
    const asked = { reason: '数据未到', proposedOn: civilDate('2020-04-08') };
    const racers: Racers = ({ id, reporter }) => [
      () => requestExtension(id, asked, by(reporter, 7)),
      () => requestExtension(id, asked, by(reporter, 7)),
    ];
    await expectOneWinner({}, racers, (outcome) => expect(outcome.extensions).toBe(1));
  });

  test('an extension is granted and refused', async () => {
    const granted = { note: '同意', grantedOn: civilDate('2020-04-08') };
    const racers: Racers = ({ id }) => [
      () => decideExtension(id, granted, by(coordinator, 7)),
      () => decideExtension(id, { ...granted, grantedOn: null }, by(coordinator, 7)),
    ];
    await expectOneWinner({ extensionPending: true }, racers, (outcome) => {
      expect(outcome.report.extendedClosesAt !== null).toBe(outcome.winner === 0);
    });
  });
});

test('of eight who file one report at once seven are refused', async () => {
  const racers: Racers = ({ id, reporter }) => rounds.slice(0, 8).map(() => () => fileReport(id, by(reporter, 7)));
  const outcome = await race({}, racers, true);
  expect(outcome).toMatchObject({ won: 1, versions: 1, events: ['report-filed'], report: { version: 8 } });
});
