import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { signIn } from '@/lib/accounts/mutations';
import { messages } from '@/scripts/console-messages.mjs';
import { projectRoot } from '@/scripts/install.mjs';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { sql } from '../support/sql';

function unlock(...args: string[]): { printed: string; code: number | null } {
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/account-unlock.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: projectRoot, encoding: 'utf8' });
  return { printed: `${stdout}${stderr}`, code: status };
}

async function fail(userName: string, address: string): Promise<void> {
  for (let count = 0; count < 5; count += 1) await signIn({ userName, password: 'falsch', address, userAgent: 'test' });
}

beforeAll(() => setDemonstrationClock(now));

test('account:unlock lifts what is locked of an account or of an address, records it, and says how much it was', async () => {
  await fail('one', '2001:db8:1:2::1');
  await fail('two', '10.1.1.1');
  await fail('three', '10.1.1.1');
  expect(unlock('--user', 'ONE')).toMatchObject({ code: 0, printed: expect.stringContaining(messages.unlocked(1)) });
  // The count of the address in all, and those against both accounts.
  expect(unlock('--address', '::ffff:10.1.1.1').printed).toContain(messages.unlocked(3));
  expect(unlock('--address', '10.1.1.1').printed).toContain(messages.nothingLocked);
  const events = await sql(`SELECT "accountId" FROM "Event" WHERE name = 'sign-in-unlocked'`);
  expect(events).toEqual(Array(4).fill({ accountId: null }));
});

test('account:unlock without an account or an address says how it is called', () => {
  expect(unlock()).toMatchObject({ code: 1, printed: expect.stringContaining(messages.unlockUsage) });
  expect(unlock('--user', 'one', '--address', '10.1.1.1').code).toBe(1);
});
