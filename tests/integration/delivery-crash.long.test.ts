import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaseReports } from '@/lib/chasing/mutations';
import { makeAccount } from '../support/accounts';
import { makeChased, subjectsOf, submissionOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { JobProcess } from '../support/job-process';
import { MailServer } from '../support/mail-server';
import { letTimePass, makeOutgoingMessage, makeReader, statusCounts, wakeWorkers } from '../support/outgoing-messages';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

// These are real processes of `npm run jobs`, told apart by the mail server by name, so that each can be killed alone.

let mailServer: MailServer;
let accountId: string;
const running: JobProcess[] = [];

async function startProcess(name: string): Promise<JobProcess> {
  const started = await JobProcess.start({
    SMTP_URL: mailServer.urlFor(name),
    MAIL_FROM: '报送平台 <portal@example.org>',
  });
  running.push(started);
  return started;
}

async function makeOutgoingMessages(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => makeOutgoingMessage(accountId, 'mail')));
}

/** Lists the ids of the mails that the server took, with repetitions, so that a mail sent twice is found. */
const taken = () => mailServer.ids().map((id) => id.replace(/^<|@.*$/g, ''));

async function untilSettled(): Promise<void> {
  await expect
    .poll(
      async () => {
        await letTimePass();
        await wakeWorkers();
        const { pending = 0, sending = 0, handing_over = 0 } = await statusCounts();
        return pending + sending + handing_over;
      },
      { timeout: 40_000, interval: 500 },
    )
    .toBe(0);
}

beforeAll(async () => {
  // This is before the first step of the chasing schedule, which would send mails of its own.
  await setDemonstrationClock(new Date('2020-03-26T02:00:00Z'));
  ({ accountId } = await makeReader(['mail'], { mail: 'reporter@example.org' }));
});
beforeEach(async () => {
  mailServer = await MailServer.start();
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.kill();
  await mailServer.stop();
  await sql('DELETE FROM "Delivery"');
});
afterAll(() => sql.end());

describe('two processes that deliver, of which one is killed', () => {
  test('a mail that a killed process had not transmitted is sent once by the other process', async () => {
    const reached = mailServer.hold('recipient', 'first');
    const first = await startProcess('first');
    const [message] = await makeOutgoingMessages(1);
    await wakeWorkers();
    await reached;
    expect(await statusCounts()).toEqual({ sending: 1 });
    await first.kill();
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([message]);
    expect(await statusCounts()).toEqual({ sent: 1 });
  });

  test('a mail that the server took without confirming is not sent again, and is shown as uncertain', async () => {
    const reached = mailServer.hold('taken', 'first');
    const first = await startProcess('first');
    const [message] = await makeOutgoingMessages(1);
    await wakeWorkers();
    await reached;
    expect(await statusCounts()).toEqual({ handing_over: 1 });
    await first.kill();
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([message]);
    expect(await statusCounts()).toEqual({ uncertain: 1 });
  });

  test('when a process is killed among many mails, none arrives twice and none is lost', async () => {
    const [first] = await Promise.all([startProcess('first'), startProcess('second')]);
    const messages = await makeOutgoingMessages(60);
    await wakeWorkers();
    await expect.poll(() => mailServer.received.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(15);
    await first.kill();
    await untilSettled();
    const { sent = 0, uncertain = 0, ...others } = await statusCounts();
    expect(others).toEqual({});
    expect(sent + uncertain).toBe(60);
    const arrived = taken();
    expect(arrived.toSorted()).toEqual([...new Set(arrived)].toSorted());
    // A mail that is not known to have arrived must be on the list of the division, which sends it again by hand.
    const missing = messages.filter((message) => !arrived.includes(message));
    const doubtful = await sql<{ id: string }>(`SELECT id FROM "Delivery" WHERE status = 'uncertain'`);
    expect(doubtful.map(({ id }) => id)).toEqual(expect.arrayContaining(missing));
    expect(new Set(mailServer.received.map(({ by }) => by))).toEqual(new Set(['first', 'second']));
  });

  test('a process that stood still does not send a mail that another process has sent meanwhile', async () => {
    const reached = mailServer.hold('recipient', 'first');
    await startProcess('first');
    const [message] = await makeOutgoingMessages(1);
    await wakeWorkers();
    const letGo = await reached;
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([message]);
    letGo();
    await setTimeout(1_500);
    expect(mailServer.received.map(({ by }) => by)).toEqual(['second']);
    expect(await statusCounts()).toEqual({ sent: 1 });
  });

  test('after a kill during 催办 everybody has one notification on the desk and no mail arrives twice', async () => {
    const chased = await Promise.all(Array.from({ length: 20 }, () => makeChased()));
    const address = 'reporter@example.org';
    for (const { agencyId } of chased)
      await sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = $2 WHERE "agencyId" = $1`, [
        agencyId,
        address,
      ]);
    const [first] = await Promise.all([startProcess('first'), startProcess('second')]);
    const coordinator = await makeAccount('coordinator');
    granted(
      await chaseReports(
        submissionOf(chased.map(({ id }) => id)),
        by(coordinator, 0, new Date('2020-03-26T02:00:00Z')),
      ),
    );
    await expect.poll(() => mailServer.received.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(5);
    await first.kill();
    await untilSettled();
    let messages = 0;
    for (const { reporter, approver } of chased)
      for (const { accountId: stored } of [reporter, approver]) {
        // The job that announces an opened period may run meanwhile.
        const subjects = await subjectsOf(stored);
        expect(subjects.filter((subject) => subject === submissionOf([]).subject)).toHaveLength(1);
        messages += subjects.length;
      }
    const { sent = 0, uncertain = 0, ...others } = await statusCounts();
    expect([sent + uncertain, others]).toEqual([messages, {}]);
    expect(new Set(taken()).size).toBe(taken().length);
    expect(taken().length).toBeGreaterThanOrEqual(sent);
  });
});
