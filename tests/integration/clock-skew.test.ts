import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAccount, signIn } from '@/lib/accounts/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { portalNow, realNow } from '@/lib/server/clock';
import { pool } from '@/lib/server/database/db';
import { readClock } from '@/lib/server/database/pool';
import { portalHealth } from '@/lib/server/health/portal-health';
import { clockSkew } from '@/lib/server/process/machine-clock';
import { peekSession } from '@/lib/server/session/session';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, completeEntry } from '../support/report-states';
import { makeReport } from '../support/reports';
import { one } from '../support/sql';
import { by, codeOf, granted, storeCalendar } from '../support/writing';

const minute = 60_000;

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret of forty characters for the test');
  await storeCalendar();
});

/** Sets this machine's clock wrong by some minutes; the database's is a process of its own and keeps the time. */
async function setMachineWrong(minutes: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * minute });
  await readClock(pool);
}

afterEach(async () => {
  vi.useRealTimers();
  await readClock(pool);
});

/** Files a complete report at an instant of the portal's clock; gives the code of the refusal, or null. */
async function fileAt(instant: Date): Promise<string | null> {
  await setDemonstrationClock(instant);
  const { id, agencyId } = await makeReport({ tasks: 1, entry: completeEntry });
  const reporter = await makeAccount('reporter', agencyId);
  return codeOf(await fileReport(id, by(reporter, 7, await portalNow())));
}

describe.each([10, -10])('a machine whose clock is wrong by %i minutes', (minutes) => {
  test('a machine with a wrong clock knows the time of the database to a second, and how wrong it is', async () => {
    await setMachineWrong(minutes);
    const { real } = await one<{ real: string }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::text AS real');
    expect(Math.abs(realNow().getTime() - Number(real))).toBeLessThan(1_000);
    expect(Math.round(clockSkew() / minute)).toBe(-minutes);
    expect((await portalHealth()).checks.clock).toMatchObject({ ok: false });
  });

  test('a machine with a wrong clock takes a filing five minutes before the closing instant', async () => {
    await setMachineWrong(minutes);
    expect(await fileAt(new Date(closesAt.getTime() - 5 * minute))).toBeNull();
  });

  test('a machine with a wrong clock refuses a filing five minutes after the closing instant', async () => {
    await setMachineWrong(minutes);
    expect(await fileAt(new Date(closesAt.getTime() + 5 * minute))).toBe('deadline-passed');
  });
});

test.each([31, -31])(
  'a session of one machine is in force on another whose clock is wrong by %i minutes',
  async (minutes) => {
    const password = 'Richtig-2020';
    const userName = `reviewer-${minutes}`;
    granted(await createAccount({ userName, displayName: '试验员', roles: ['reviewer'], agencyCode: null, password }));
    const open = async () => granted(await signIn({ userName, password, address: '', userAgent: '' })).sessionId;
    const before = await open();
    await setMachineWrong(minutes);
    const during = await open();
    expect([(await peekSession(before))?.id, (await peekSession(during))?.id]).toEqual([before, during]);
    vi.useRealTimers();
    await readClock(pool);
    expect((await peekSession(during))?.id).toBe(during);
  },
);

test('clocks that agree are never moved by the time that an answer takes', async () => {
  const before = clockSkew();
  for (let count = 0; count < 50; count += 1) await readClock(pool);
  expect(Math.abs(clockSkew() - before)).toBeLessThan(50);
});
