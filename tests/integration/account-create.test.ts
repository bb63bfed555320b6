import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/server/session/passwords';
import { messages } from '@/scripts/console-messages.mjs';
import { projectRoot } from '@/scripts/install.mjs';
import { one, sql } from '../support/sql';

function createAccount(...args: string[]): { printed: string; code: number | null } {
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/account-create.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: projectRoot, encoding: 'utf8' });
  return { printed: `${stdout}${stderr}`, code: status };
}

const coordinator = ['--user', 'first', '--name', '第一位管理员', '--role', 'coordinator'];

describe('npm run account:create', () => {
  test('account:create makes the first coordinator of an empty portal, with a one-time password that must be changed', async () => {
    const { printed, code } = createAccount(...coordinator);
    expect(code, printed).toBe(0);
    const password = /：(\S+)\s*$/.exec(printed)?.[1] ?? '';
    const account = await one<{ passwordHash: string }>(`SELECT * FROM "Account"`);
    expect(account).toMatchObject({
      userName: 'first',
      roles: '{coordinator}',
      mustChangePassword: true,
      agencyId: null,
    });
    expect(await verifyPassword(password, account.passwordHash)).toBe(true);
    expect(await sql('SELECT "setUpAs" FROM "Portal"')).toEqual([{ setUpAs: 'production' }]);
    expect(await sql('SELECT status FROM "Report" WHERE status <> \'not_started\'')).toEqual([]);
  });

  test('account:create refuses a user name that is taken', () => {
    expect(createAccount(...coordinator)).toMatchObject({ code: 1, printed: expect.stringContaining('“first”') });
  });

  test('account:create on a portal that is set up does not set it up again', () => {
    const [first, second] = [
      createAccount(...coordinator),
      createAccount('--user', 'other', '--name', '另一人', '--role', 'leader'),
    ];
    for (const { printed } of [first, second]) expect(printed).not.toContain(messages.settingUpPortal);
    expect(second.code).toBe(0);
  });

  test('account:create refuses a role that does not exist, and names the existing roles', () => {
    const { printed, code } = createAccount('--user', 'second', '--name', '某人', '--role', 'king');
    expect({ code, printed }).toMatchObject({ code: 1, printed: expect.stringContaining('coordinator') });
  });

  test('account:create prints its usage when an argument is missing', () => {
    expect(createAccount('--user', 'second')).toEqual({ code: 1, printed: `${messages.accountUsage}\n` });
  });
});
