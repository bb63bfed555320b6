import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaseReports } from '@/lib/chasing/mutations';
import { makeAccount } from '../support/accounts';
import { makeChased, pressOf, subjectsOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { JobProcess } from '../support/job-process';
import { letTimePass, makeLetter, makeReader, statusCounts, wakeWorkers } from '../support/letters';
import { MailServer } from '../support/mail-server';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

// Real processes of `npm run jobs`, each known to a real SMTP server by its name, killed at the points that matter.

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

async function makeLetters(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => makeLetter(accountId, 'mail')));
}

/** The ids of the letters whose mails were taken, each as often as it was. */
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
  // Before the first rung of the ladder, which is not the matter here.
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
  test('before it has handed the mail over: the other sends it, once', async () => {
    const reached = mailServer.hold('recipient', 'first');
    const first = await startProcess('first');
    const [letter] = await makeLetters(1);
    await wakeWorkers();
    await reached;
    expect(await statusCounts()).toEqual({ sending: 1 });
    await first.kill();
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([letter]);
    expect(await statusCounts()).toEqual({ sent: 1 });
  });

  test('once the server has the mail but has not said so: nobody sends it again, and a person is told', async () => {
    const reached = mailServer.hold('taken', 'first');
    const first = await startProcess('first');
    const [letter] = await makeLetters(1);
    await wakeWorkers();
    await reached;
    expect(await statusCounts()).toEqual({ handing_over: 1 });
    await first.kill();
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([letter]);
    expect(await statusCounts()).toEqual({ uncertain: 1 });
  });

  test('in the middle of many: none arrives twice, and none is lost', async () => {
    const [first] = await Promise.all([startProcess('first'), startProcess('second')]);
    const letters = await makeLetters(60);
    await wakeWorkers();
    await expect.poll(() => mailServer.received.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(15);
    await first.kill();
    await untilSettled();
    const { sent = 0, uncertain = 0, ...others } = await statusCounts();
    expect(others).toEqual({});
    expect(sent + uncertain).toBe(60);
    const arrived = taken();
    expect(arrived.toSorted()).toEqual([...new Set(arrived)].toSorted());
    // What is neither known to be sent nor there is on the list of the division, which sends it again by hand.
    const missing = letters.filter((letter) => !arrived.includes(letter));
    const doubtful = await sql<{ id: string }>(`SELECT id FROM "Delivery" WHERE status = 'uncertain'`);
    expect(doubtful.map(({ id }) => id)).toEqual(expect.arrayContaining(missing));
    expect(new Set(mailServer.received.map(({ by }) => by))).toEqual(new Set(['first', 'second']));
  });

  test('a mail that is let go while its process stood still is not sent by it any more', async () => {
    const reached = mailServer.hold('recipient', 'first');
    await startProcess('first');
    const [letter] = await makeLetters(1);
    await wakeWorkers();
    const letGo = await reached;
    await startProcess('second');
    await untilSettled();
    expect(taken()).toEqual([letter]);
    letGo();
    await setTimeout(1_500);
    expect(mailServer.received.map(({ by }) => by)).toEqual(['second']);
    expect(await statusCounts()).toEqual({ sent: 1 });
  });

  test('from the press of 催办 to the mail: everybody is told once on the desk, and once by mail', async () => {
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
      await chaseReports(pressOf(chased.map(({ id }) => id)), by(coordinator, 0, new Date('2020-03-26T02:00:00Z'))),
    );
    await expect.poll(() => mailServer.received.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(5);
    await first.kill();
    await untilSettled();
    for (const { reporter, approver } of chased)
      for (const { accountId: told } of [reporter, approver]) expect(await subjectsOf(told)).toHaveLength(1);
    const { sent = 0, uncertain = 0, ...others } = await statusCounts();
    expect([sent + uncertain, others]).toEqual([40, {}]);
    expect(new Set(taken()).size).toBe(taken().length);
    expect(taken().length).toBeGreaterThanOrEqual(sent);
  });
});
