import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtension, requestExtension, takeBackExtension } from '@/lib/extensions/mutations';
import { fileReport, saveReport, startReport, takeBackSignOff, withdrawReport } from '@/lib/filing/mutations';
import { proposePublications, publishReports } from '@/lib/publication/mutations';
import { acceptReport, beginReview, reopenReport, returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { acceptedOn, asked, proposalOf } from '../support/publishing';
import { expectOneWinner, type Racers, race, rounds } from '../support/racing';
import { completeEntry, now } from '../support/report-states';
import { makeAgency, makeReport } from '../support/reports';
import { by, codeOf, granted, storeCalendar, typed } from '../support/writing';

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

describe('of two commands at once one succeeds and is in the history', { timeout: 60_000 }, () => {
  test('when two reviewers accept at once, one succeeds and one review is stored', async () => {
    const racers: Racers = ({ id }) => [
      () => acceptReport(id, by(reviewer, 7)),
      () => acceptReport(id, by(otherReviewer, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      expect(outcome).toMatchObject({ reviews: 1, events: ['report-accepted'], report: { status: 'accepted' } });
    });
  });

  test('when one reviewer accepts and another returns at once, one succeeds and decides the status', async () => {
    const racers: Racers = ({ id, taskIds }) => [
      () => acceptReport(id, by(reviewer, 7)),
      () => returnReport(id, toReturn(taskIds), by(otherReviewer, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      const status = outcome.winner === 0 ? 'accepted' : 'returned';
      expect(outcome).toMatchObject({ reviews: 1, events: [`report-${status}`], report: { status } });
    });
  });

  test('when the division returns and the agency withdraws at once, one succeeds and decides the status', async () => {
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

  test('when the division begins its review and the agency withdraws at once, one succeeds', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => beginReview(id, by(reviewer, 7)),
      () => withdrawReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({ status: 'filed' }, racers, (outcome) => {
      expect(outcome.report.status).toBe(outcome.winner === 0 ? 'filed' : 'draft');
    });
  });

  test('when two people start a report at once, each task has one entry', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => startReport(id, by(reporter, 7)),
      () => startReport(id, by(reporter, 7)),
    ];
    await expectOneWinner({ status: 'not_started' }, racers, (outcome) => expect(outcome.entries).toBe(1));
  });

  const confirm = (id: string, checker: Actor) =>
    publishReports([{ reportId: id, version: 7 }], acceptedOn, asked(checker));

  test('when two accounts confirm a publication at once, one publication is stored', async () => {
    const racers: Racers = ({ id }) => [() => confirm(id, reviewer), () => confirm(id, otherReviewer)];
    await expectOneWinner({ status: 'accepted', proposedBy: 'another' }, racers, (outcome) => {
      expect(outcome).toMatchObject({ publications: 1, events: ['report-published'] });
    });
  });

  test('when a publication is confirmed and its report reopened at once, only what came first happens', async () => {
    const racers: Racers = ({ id }) => [
      () => confirm(id, reviewer),
      () => reopenReport(id, '复核', by(otherReviewer, 7)),
    ];
    await expectOneWinner({ status: 'accepted', proposedBy: 'another' }, racers, (outcome) => {
      const hasPublished = outcome.winner === 0;
      expect(outcome.publications).toBe(hasPublished ? 1 : 0);
      expect(outcome.report.status).toBe(hasPublished ? 'accepted' : 'filed');
    });
  });

  test('when a publication is proposed twice at once, one proposal waits', async () => {
    const racers: Racers = ({ id, taskIds }) => {
      const proposal = proposalOf({ id, taskIds }, ['progress']);
      return [
        () => proposePublications([proposal], asked(coordinator)),
        () => proposePublications([proposal], asked(coordinator)),
      ];
    };
    await expectOneWinner({ status: 'accepted' }, racers, (outcome) =>
      expect(outcome.events).toEqual(['publication-proposed']),
    );
  });

  test('when an extension is requested twice at once, one request is stored', async () => {
    const asked = { reason: '数据未到', proposedOn: civilDate('2020-04-08') };
    const racers: Racers = ({ id, reporter }) => [
      () => requestExtension(id, asked, by(reporter, 7)),
      () => requestExtension(id, asked, by(reporter, 7)),
    ];
    await expectOneWinner({}, racers, (outcome) => expect(outcome.extensions).toBe(1));
  });

  test('when a report is taken back from sign-off and filed by the approver at once, one succeeds', async () => {
    const racers: Racers = ({ id, reporter }) => [
      () => takeBackSignOff(id, by(reporter, 7)),
      () => fileReport(id, by({ ...reporter, roles: ['approver'] }, 7)),
    ];
    await expectOneWinner({ status: 'awaiting_sign_off', signOffRequired: true }, racers, (outcome) => {
      expect(outcome.report.status).toBe(outcome.winner === 0 ? 'draft' : 'filed');
      expect(outcome.versions).toBe(outcome.winner);
    });
  });

  test('when a request for an extension is taken back and granted at once, one succeeds', async () => {
    const decision = { note: '', grantedOn: civilDate('2020-04-08') };
    const racers: Racers = ({ id, reporter }) => [
      () => takeBackExtension(id, by(reporter, 7)),
      () => decideExtension(id, decision, by(coordinator, 7)),
    ];
    await expectOneWinner({ extensionPending: true }, racers, (outcome) => {
      expect(outcome.report.extendedClosesAt !== null).toBe(outcome.winner === 1);
    });
  });

  test('when an extension is granted and refused at once, one decision is stored', async () => {
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

test('a save that meets a filing finds the report filed, or the filing finds that its text is out of date', async () => {
  const racers: Racers = ({ id, reporter, taskIds }) => [
    () =>
      saveReport(
        id,
        typed(taskIds, () => ({ ...completeEntry, progress: '新' })),
        by(reporter, 7),
      ),
    () => fileReport(id, by(reporter, 7)),
  ];
  for (const round of rounds) {
    const { winner, won, lost, versions, events, report } = await race({}, racers, round % 2 === 0);
    const hasFiled = winner === 1;
    expect({ won, lost, versions, events, version: report.version }).toEqual(
      hasFiled
        ? { won: 1, lost: ['wrong-status'], versions: 1, events: ['report-filed'], version: 8 }
        : { won: 1, lost: ['stale'], versions: 0, events: ['report-saved'], version: 7 },
    );
  }
});

describe('a filing submitted several times', { timeout: 60_000 }, () => {
  test.each([2, 8])('of %i identical filings one version is stored, and all get its receipt', async (presses) => {
    const racers: Racers = ({ id, reporter }) =>
      rounds.slice(0, presses).map(() => () => fileReport(id, by(reporter, 7)));
    for (const round of rounds.slice(0, 10)) {
      const outcome = await race({}, racers, round % 2 === 0);
      const report = { status: 'filed', filedVersions: 1, version: 8 };
      expect(outcome).toMatchObject({ won: presses, versions: 1, events: ['report-filed'], report });
      expect(new Set(outcome.values.map((value) => JSON.stringify(value))).size).toBe(1);
    }
  });

  test('a repeated filing gets its own receipt even after the report has changed', async () => {
    const { id, agencyId } = await makeReport({ tasks: 1 });
    const reporter = await makeAccount('reporter', agencyId);
    const receipt = granted(await fileReport(id, by(reporter, 7)));
    granted(await withdrawReport(id, by(reporter, 8)));
    expect(granted(await fileReport(id, by(reporter, 7)))).toEqual(receipt);
    expect(granted(await fileReport(id, by(reporter, 9))).version).toBe(2);
  });

  test('a filing of another agency does not find the report, even when it repeats a version', async () => {
    const { id, agencyId } = await makeReport({ tasks: 1 });
    granted(await fileReport(id, by(await makeAccount('reporter', agencyId), 7)));
    const stranger = await makeAccount('reporter', await makeAgency());
    expect(codeOf(await fileReport(id, by(stranger, 7)))).toBe('not-found');
  });
});
