import { afterAll, beforeAll, expect, test } from 'vitest';
import { chaseReports } from '@/lib/chasing/mutations';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { JobProcess } from '../support/job-process';
import { MailServer } from '../support/mail-server';
import { makeOutgoingMessage, makeReader, statusCounts, wakeWorkers } from '../support/outgoing-messages';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

// This is before the first step of the chasing schedule, which would send mails of its own.
const before = new Date('2020-03-26T02:00:00Z');

let mailServer: MailServer;
let jobs: JobProcess;

beforeAll(async () => {
  await setDemonstrationClock(before);
  mailServer = await MailServer.start();
  jobs = await JobProcess.start({ SMTP_URL: mailServer.urlFor('jobs'), MAIL_FROM: 'portal@example.org' });
});
afterAll(async () => {
  await jobs.kill();
  await mailServer.stop();
  await sql.end();
});

test('a mail server that does not answer delays no notification on the desk', async () => {
  const [report, coordinator] = await Promise.all([makeChased(), makeAccount('coordinator')]);
  const { accountId } = await makeReader(['mail'], { mail: 'reporter@example.org' });
  const reached = mailServer.hold('recipient', 'jobs');
  await makeOutgoingMessage(accountId, 'mail');
  await wakeWorkers();
  const letGo = await reached;
  granted(await chaseReports(submissionOf([report.id]), by(coordinator, 0, before)));
  await expect.poll(() => subjectsOf(report.reporter.accountId), { timeout: 15_000 }).toEqual(['【催办】请报送']);
  expect(await statusCounts()).toEqual({ sending: 1 });
  letGo();
  await expect.poll(statusCounts, { timeout: 15_000 }).toEqual({ sent: 1 });
});
