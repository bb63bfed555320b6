import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listScheduledChases } from '@/lib/chasing/data';
import { notifyOfDates } from '@/lib/chasing/job';
import { askToChaseAll, chaseReports } from '@/lib/chasing/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { listMessages } from '@/lib/notifications/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf, eventNamesOf, granted, storeCalendar } from '../support/writing';

const hour = 3_600_000;
const at = (localTime: string) => new Date(`${localTime}:00+08:00`);
const later = (hours: number) => new Date(now.getTime() + hours * hour);

let coordinator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await storeCalendar();
  [coordinator, reviewer] = await Promise.all([makeAccount('coordinator'), makeAccount('reviewer')]);
});
beforeEach(() => setDemonstrationClock(now));

describe('on one day', () => {
  test('a report that was chased today is skipped, and refused where it is the only one', async () => {
    const [first, second] = await Promise.all([makeChased(), makeChased()]);
    granted(await chaseReports(submissionOf([first.id]), by(coordinator, 0)));
    const both = await chaseReports(submissionOf([first.id, second.id]), by(reviewer, 0, later(1)));
    expect(granted(both)).toEqual({ chased: 1, skipped: 1 });
    expect(codeOf(await chaseReports(submissionOf([first.id]), by(reviewer, 0, later(1))))).toBe('chased-today');
    expect(await eventNamesOf(first.id)).toEqual(['report-chased']);
  });

  test('a report is chased again on the same day by a sender who has seen that it was, and on the next day by anybody', async () => {
    const { id } = await makeChased();
    granted(await chaseReports(submissionOf([id]), by(coordinator, 0)));
    const again = { ...submissionOf([id]), seen: new Date(now.getTime() - hour) };
    expect(codeOf(await chaseReports(again, by(coordinator, 0, later(1))))).toBe('chased-today');
    granted(await chaseReports({ ...again, seen: later(1) }, by(coordinator, 0, later(1))));
    granted(await chaseReports(submissionOf([id]), by(coordinator, 0, later(24))));
    expect(await eventNamesOf(id)).toEqual(['report-chased', 'report-chased', 'report-chased']);
  });

  test('two officers who chase the same agencies at once chase each of them once', async () => {
    const reports = await Promise.all([makeChased(), makeChased(), makeChased()]);
    const ids = reports.map(({ id }) => id);
    const attempts = await Promise.all(
      [coordinator, reviewer].map((actor) => chaseReports(submissionOf(ids), by(actor, 0))),
    );
    expect(attempts.map(codeOf).toSorted()).toEqual(['chased-today', null]);
    await Promise.all([notifyOfEvents(), notifyOfEvents()]);
    for (const { reporter } of reports) expect(await subjectsOf(reporter.accountId)).toHaveLength(1);
  });

  test('a report that the schedule chased today counts as chased, and its record names when and whom', async () => {
    await setDemonstrationClock(later(0.1));
    const report = await makeChased();
    await notifyOfDates();
    expect(await listScheduledChases(report.id)).toEqual([
      {
        at: expect.any(Date),
        names: expect.arrayContaining([report.reporter.displayName, report.approver.displayName]),
      },
    ]);
    expect(codeOf(await chaseReports(submissionOf([report.id]), by(coordinator, 0, later(1))))).toBe('chased-today');
  });
});

describe('by hand before the schedule', () => {
  test('an agency that was chased by hand today is not chased by the schedule on the same day, but by its next step', async () => {
    const report = await makeChased();
    const { accountId } = report.reporter;
    await setDemonstrationClock(at('2020-04-07T08:00'));
    granted(await chaseReports(submissionOf([report.id]), by(coordinator, 0, at('2020-04-07T08:00'))));
    await notifyOfEvents();
    const chasedByHand = await subjectsOf(accountId);
    expect(chasedByHand).toHaveLength(1);
    for (const time of ['2020-04-07T09:01', '2020-04-07T23:59', '2020-04-08T09:01']) {
      await setDemonstrationClock(at(time));
      await notifyOfDates();
    }
    expect(await subjectsOf(accountId)).toEqual(chasedByHand);
    await setDemonstrationClock(at('2020-04-09T09:01'));
    await notifyOfDates();
    expect(await subjectsOf(accountId)).toHaveLength(2);
  });

  test('an agency that was chased by hand the day before a step is chased by the schedule as ever', async () => {
    const report = await makeChased();
    granted(await chaseReports(submissionOf([report.id]), by(coordinator, 0, at('2020-04-06T22:00'))));
    await setDemonstrationClock(at('2020-04-07T09:01'));
    await notifyOfEvents();
    await notifyOfDates();
    expect(await subjectsOf(report.reporter.accountId)).toHaveLength(2);
  });
});

describe('all agencies of a period', () => {
  test('chasing all of them asks first, with the names of those that were not chased today', async () => {
    const first = await makeChased();
    const second = await makeReport({ status: 'draft' });
    await sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [second.id, first.periodId]);
    await sql(`UPDATE "Agency" SET name = '市科技局', position = 1 WHERE id = $1`, [second.agencyId]);
    granted(await chaseReports(submissionOf([first.id]), by(coordinator, 0)));
    const filter = { plan: first.planCode, periodCode: '2020Q1', seen: null };
    expect(await askToChaseAll(filter, by(reviewer, 0, later(1)))).toEqual({
      ok: false,
      refusal: { code: 'chasing-all', reports: [{ id: second.id, agencyName: '市科技局' }], skipped: 1 },
    });
    expect(await askToChaseAll({ ...filter, seen: later(1) }, by(reviewer, 0, later(1)))).toMatchObject({
      refusal: { code: 'chasing-all', reports: [{ id: second.id }, { id: first.id }], skipped: 0 },
    });
    granted(await chaseReports(submissionOf([second.id]), by(coordinator, 0)));
    expect(codeOf(await askToChaseAll(filter, by(reviewer, 0, later(1))))).toBe('chased-today');
    expect(codeOf(await askToChaseAll(filter, by(first.reporter, 0)))).toBe('not-found');
  });
});

test('a 催办 text says of each agency whether it has not filed, or not filed again after a return', async () => {
  const unfiled = await makeChased();
  const returned = await makeReport({ status: 'returned', tasks: 1 });
  const officer = await makeAccount('reporter', returned.agencyId);
  const submission = { ...submissionOf([unfiled.id, returned.id]), text: '截至目前，贵单位报告〔报送情况〕。' };
  granted(await chaseReports(submission, by(coordinator, 0)));
  await notifyOfEvents();
  const bodyOf = async (reader: Actor) => (await listMessages(reader, { number: 1, size: 1 })).messages[0]?.body;
  expect(await bodyOf(unfiled.reporter)).toBe('截至目前，贵单位报告尚未报送。');
  expect(await bodyOf(officer)).toBe('截至目前，贵单位报告退回后尚未重新报送。');
});
