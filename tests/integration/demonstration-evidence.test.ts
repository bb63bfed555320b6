import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { takeOverEvidence } from '@/scripts/demonstration-evidence';
import { projectRoot } from '@/scripts/install.mjs';
import { processStart } from '@/scripts/running-process';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { handIn, keptFiles } from '../support/evidence';
import { noSettings } from '../support/portal';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { granted } from '../support/writing';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-reset-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Stores a file as if it were one of the evidence of a folder, and gives its place. */
async function leave(...names: string[]): Promise<void> {
  const file = path.join(folder, ...names);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, 'content');
}

/** All files of the data folder, named from there. */
async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile());
  return found.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name))).toSorted();
}

/** Runs the real command on the data folder. */
function reset(settings: Record<string, string> = {}): { printed: string; code: number | null } {
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/demo-reset.ts'];
  const env = { ...process.env, ...noSettings, PORTAL_DATA: folder, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: projectRoot, env, encoding: 'utf8' });
  return { printed: `${stdout}${stderr}`.trim(), code: status };
}

describe('npm run demo:reset', () => {
  beforeEach(async () => {
    await leave('postgres', 'PG_VERSION');
    await leave('demonstration-evidence', 'ab', 'of-the-demonstration');
    await leave('evidence', 'ab', 'of-the-portal');
  });

  test('deletes the database and the evidence of the demonstration, and none of a real portal', async () => {
    expect(reset()).toEqual({ printed: messages.resetDone, code: 0 });
    expect(await files()).toEqual(['evidence/ab/of-the-portal']);
  });

  test.each([
    [{ DATABASE_URL: 'postgresql://portal@127.0.0.1/portal' }, messages.resetOfRealPortal],
    [{ EVIDENCE_FOLDER: '/srv/evidence' }, messages.resetOfOtherFolder],
    [{ AUTH_SECRET: 'x'.repeat(32) }, messages.databaseUrlMissing(['AUTH_SECRET'])],
  ])('deletes nothing with %j', async (settings, printed) => {
    const before = await files();
    expect(reset(settings)).toEqual({ printed, code: 1 });
    expect(await files()).toEqual(before);
  });

  test('deletes nothing while a portal runs on the data folder', async () => {
    const holder = { pid: process.pid, start: processStart(process.pid), stopping: false };
    await writeFile(path.join(folder, 'portal.lock'), JSON.stringify(holder));
    const before = await files();
    expect(reset()).toEqual({ printed: messages.resetRefused(process.pid), code: 1 });
    expect(await files()).toEqual(before);
  });
});

test('a demonstration takes over what its database names from the folder that it once shared, which stays as it is', async () => {
  await setDemonstrationClock(now);
  const report = await makeReport();
  granted(await handIn(report, await makeAccount('reporter', report.agencyId)));
  const [digest = ''] = await keptFiles();
  await cp(process.env.EVIDENCE_FOLDER ?? '', path.join(folder, 'evidence'), { recursive: true });
  await leave('evidence', 'ab', 'of-the-portal');
  const shared = await files();
  await takeOverEvidence(process.env.DATABASE_URL ?? '', folder);
  const own = path.join('demonstration-evidence', digest.slice(0, 2), digest);
  expect(await files()).toEqual([own, ...shared].toSorted());
  // A file that the demonstration deletes later does not come back at the next start.
  await rm(path.join(folder, own));
  await takeOverEvidence(process.env.DATABASE_URL ?? '', folder);
  expect(await files()).toEqual(shared);
});
