import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { freePort } from '@/scripts/free-port';
import { lockHolder, releaseLock, takeLock } from '@/scripts/portal-lock';
import { processStart } from '@/scripts/running-process';
import { type LaunchSettings, launchPortal } from '../support/portal';

const ownDatabase = 'postgresql://portal:secret@127.0.0.1:1/portal';
const secret = 'x'.repeat(32);

let folder: string;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-start-'));
  port = await freePort();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function start(
  settings: LaunchSettings,
  nodeFlags: string[] = [],
): Promise<{ printed: string; code: number | null }> {
  const launch = launchPortal({ PORT: String(port), PORTAL_DATA: folder, START_WAIT: '0', ...settings }, nodeFlags);
  const code = await launch.ended;
  return { printed: launch.printed().trim(), code };
}

/** Writes a lock file as a portal with the id of this process would leave it. */
async function leaveLock(begun: string | null): Promise<void> {
  const holder = { pid: process.pid, start: begun, stopping: false };
  await writeFile(path.join(folder, 'portal.lock'), JSON.stringify(holder));
}

describe('npm start ends with one sentence and exit code 1', () => {
  test('npm start refuses a Node that is too old', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`;
    const ended = await start({}, ['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    expect(ended).toEqual({ printed: messages.nodeTooOld('18.20.8'), code: 1 });
  });

  test('npm start refuses a port that is in use', async () => {
    const server = createServer().listen(port);
    await once(server, 'listening');
    const ended = await start({});
    server.close();
    expect(ended).toEqual({ printed: messages.portBusy(port), code: 1 });
  });

  test.each(['0', '65536', '3000x'])('npm start refuses PORT=%s', async (wrong) => {
    expect(await start({ PORT: wrong })).toEqual({
      printed: messages.settingInvalid('PORT', wrong, messages.settingExpected.PORT),
      code: 1,
    });
  });

  test('npm start with START_WAIT=0 refuses a DATABASE_URL whose database does not answer', async () => {
    const { printed, code } = await start({ DATABASE_URL: ownDatabase, AUTH_SECRET: secret });
    const reason = 'connect ECONNREFUSED 127.0.0.1:1';
    expect({ printed, code }).toEqual({ printed: messages.databaseUnreachable('127.0.0.1:1/portal', reason), code: 1 });
  });

  test('npm start says for what it waits while its database does not answer, and gives up after START_WAIT', async () => {
    const { printed, code } = await start({ DATABASE_URL: ownDatabase, AUTH_SECRET: secret, START_WAIT: '1' });
    const [place, reason] = ['127.0.0.1:1/portal', 'connect ECONNREFUSED 127.0.0.1:1'];
    const said = [messages.databaseAwaited(place, reason, 0), messages.databaseUnreachable(place, reason)];
    expect({ printed, code }).toEqual({ printed: said.join('\n'), code: 1 });
  });

  test('npm start refuses a START_WAIT that is no number of seconds', async () => {
    const { printed, code } = await start({ START_WAIT: 'long' });
    expect({ printed, code }).toEqual({
      printed: messages.settingInvalid('START_WAIT', 'long', messages.settingExpected.START_WAIT),
      code: 1,
    });
  });

  test('npm start refuses a DATABASE_URL that is not for PostgreSQL', async () => {
    const settings = { DATABASE_URL: 'mysql://127.0.0.1/portal', AUTH_SECRET: secret };
    expect(await start(settings)).toEqual({ printed: messages.databaseUrlInvalid, code: 1 });
  });

  test('npm start refuses a DATABASE_URL without AUTH_SECRET', async () => {
    expect(await start({ DATABASE_URL: ownDatabase })).toEqual({ printed: messages.authSecretMissing, code: 1 });
  });

  test.each(['http://portal.example.gov.cn', 'http://10.1.2.3:3000', 'http://localhost.example.org'])(
    'npm start refuses the unencrypted PORTAL_URL %s for a real portal, unless ALLOW_HTTP=1',
    async (url) => {
      const settings = { DATABASE_URL: ownDatabase, AUTH_SECRET: secret, PORTAL_URL: url };
      expect(await start(settings)).toEqual({ printed: messages.portalUrlUnencrypted(url), code: 1 });
      const allowed = await start({ ...settings, ALLOW_HTTP: '1' });
      expect(allowed.printed).toContain('无法连接 DATABASE_URL 指定的数据库');
    },
  );

  test.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'https://portal.example.gov.cn'])(
    'npm start takes the PORTAL_URL %s for a real portal behind its proxy',
    async (url) => {
      const settings = { DATABASE_URL: ownDatabase, AUTH_SECRET: secret, PORTAL_URL: url, TRUSTED_PROXIES: '1' };
      const { printed } = await start(settings);
      expect(printed).toContain('无法连接 DATABASE_URL 指定的数据库');
    },
  );

  test('npm start tells every fault of the settings in a sentence of its own', async () => {
    const { settingExpected: expected } = messages;
    const faults = [
      messages.settingInvalid('TRUSTED_PROXIES', 'abc', expected.TRUSTED_PROXIES),
      messages.settingInvalid('LOG_LEVEL', 'verbose', expected.LOG_LEVEL),
    ];
    const settings = { DATABASE_URL: ownDatabase, AUTH_SECRET: secret, TRUSTED_PROXIES: 'abc', LOG_LEVEL: 'verbose' };
    expect(await start(settings)).toEqual({ printed: faults.join('\n'), code: 1 });
  });

  test('npm start refuses settings of a real portal without its database, unless DEMONSTRATION=1', async () => {
    const settings = { AUTH_SECRET: secret, SMTP_URL: 'smtps://mail.example.org' };
    const printed = messages.databaseUrlMissing(['AUTH_SECRET', 'SMTP_URL']);
    expect(await start(settings)).toEqual({ printed, code: 1 });
    await leaveLock(processStart(process.pid));
    const allowed = await start({ ...settings, DEMONSTRATION: '1' });
    expect(allowed.printed).toBe(messages.dataFolderHeld(folder, process.pid));
  });

  test('npm start refuses a language that has no catalogue', async () => {
    expect(await start({ PORTAL_LANGUAGE: 'fr' })).toEqual({ printed: messages.languageMissing('fr'), code: 1 });
  });

  test('npm start refuses a HOST that is no address of this machine', async () => {
    expect(await start({ HOST: '192.0.2.1' })).toEqual({
      printed: `${messages.demonstrationIsOpen('192.0.2.1')}\n${messages.hostUnknown('192.0.2.1')}`,
      code: 1,
    });
  });

  test('npm start refuses an AUTH_SECRET that is too short', async () => {
    const settings = { DATABASE_URL: ownDatabase, AUTH_SECRET: secret.slice(1) };
    expect(await start(settings)).toEqual({
      printed: messages.secretInvalid('AUTH_SECRET', messages.settingExpected.AUTH_SECRET),
      code: 1,
    });
  });

  test('npm start refuses a data folder that another portal uses', async () => {
    await leaveLock(processStart(process.pid));
    expect(await start({})).toEqual({ printed: messages.dataFolderHeld(folder, process.pid), code: 1 });
  });
});

describe('the lock of a data folder', () => {
  test('the lock of a portal that was killed is taken over, even if another process has its number now', async () => {
    await leaveLock('1');
    expect(lockHolder(folder)).toBeNull();
    await takeLock(folder);
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid });
  });

  test('a lock file that a crash left half written is taken over', async () => {
    await writeFile(path.join(folder, 'portal.lock'), '{"pid":');
    await takeLock(folder);
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid });
  });

  test('a released lock is free again', async () => {
    await takeLock(folder);
    releaseLock(folder);
    expect(lockHolder(folder)).toBeNull();
  });
});
