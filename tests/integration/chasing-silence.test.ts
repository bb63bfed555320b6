import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { notifyOfDates } from '@/lib/chasing/job';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { grantExtension } from '@/lib/extensions/mutations';
import { fileReport, withdrawReport } from '@/lib/filing/mutations';
import { deliverDue } from '@/lib/notifications/deliveries/job';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { MailServer } from '../support/mail-server';
import { statusCounts } from '../support/outgoing-messages';
import { now } from '../support/report-states';
import { sql } from '../support/sql';
import { by, granted, storeCalendar } from '../support/writing';

// Once the report is filed nobody is chased, whichever step of sending was reached at that moment.

let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await MailServer.start();
  process.env.SMTP_URL = mailServer.urlFor('portal');
  await storeCalendar();
});
beforeEach(async () => {
  // The last step before 3 April has been due since nine o'clock.
  await setDemonstrationClock(new Date(now.getTime() + 5_000));
  await sql('DELETE FROM "Delivery"');
});
afterAll(() => mailServer.stop());

async function makeReader() {
  const report = await makeChased();
  const columns = [report.reporter.accountId, 'reporter@example.org'];
  await sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = $2 WHERE id = $1`, columns);
  return report;
}

test('the chasing schedule waits for a filing that is under way, and then does not chase the report', async () => {
  const report = await makeReader();
  const filing = new pg.Client(process.env.DATABASE_URL);
  await filing.connect();
  await filing.query('BEGIN');
  await filing.query(`UPDATE "Report" SET status = 'filed' WHERE id = $1`, [report.id]);
  const chasing = notifyOfDates();
  await setTimeout(300);
  await filing.query('COMMIT');
  await filing.end();
  await chasing;
  expect(await subjectsOf(report.reporter.accountId)).toEqual([]);
});

test('a chasing mail that waits in the queue is dropped when the report is filed', async () => {
  const report = await makeReader();
  await notifyOfDates();
  expect(await subjectsOf(report.reporter.accountId)).toHaveLength(1);
  expect(await statusCounts()).toEqual({ pending: 1 });
  granted(await fileReport(report.id, by(report.reporter, 7)));
  await deliverDue();
  expect([await statusCounts(), mailServer.received]).toEqual([{ dropped: 1 }, []]);
});

test('a chasing mail that is being sent is stopped before its final byte when the report is filed', async () => {
  const report = await makeReader();
  await notifyOfDates();
  const reached = mailServer.hold('recipient', 'portal');
  const delivering = deliverDue();
  const letGo = await reached;
  granted(await fileReport(report.id, by(report.reporter, 7)));
  letGo();
  await delivering;
  expect([await statusCounts(), mailServer.received]).toEqual([{ dropped: 1 }, []]);
});

test('a chasing mail that waits in the queue is dropped when another last day is in force', async () => {
  const report = await makeReader();
  await notifyOfDates();
  const coordinator = await makeAccount('coordinator');
  const given = { reason: '系统故障', grantedOn: civilDate('2020-04-08') };
  granted(await grantExtension(report.id, given, by(coordinator, 7)));
  await deliverDue();
  expect([await statusCounts(), mailServer.received]).toEqual([{ dropped: 1 }, []]);
});

test('a chasing mail that waited while the report was filed stays unsent after the report is withdrawn', async () => {
  const report = await makeReader();
  await notifyOfDates();
  granted(await fileReport(report.id, by(report.reporter, 7)));
  granted(await withdrawReport(report.id, by(report.reporter, 8)));
  await deliverDue();
  expect([await statusCounts(), mailServer.received]).toEqual([{ dropped: 1 }, []]);
});

test('a chasing mail is sent to the officer of an unfiled report', async () => {
  await makeReader();
  await notifyOfDates();
  await deliverDue();
  expect(await statusCounts()).toEqual({ sent: 1 });
  expect(mailServer.received).toHaveLength(1);
});
