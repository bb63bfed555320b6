import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '@/scripts/install.mjs';
import { missingPrograms } from '../support/programs';

const missing = await missingPrograms({ 'systemd-analyze': 'systemd' });

let folder: string;
let unit: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-unit-'));
  unit = path.join(folder, 'portal.service');
  const shipped = await readFile(path.join(projectRoot, 'deploy/portal.service'), 'utf8');
  // npm need not lie where Debian puts it.
  await writeFile(unit, shipped.replace('/usr/bin/npm', process.execPath));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function analyze(...args: string[]): { printed: string; code: number | null } {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  return { printed: `${stdout}${stderr}`, code: status };
}

/** The lines of the unit that are settings. */
async function settings(): Promise<string[]> {
  return (await readFile(unit, 'utf8')).split('\n').filter((line) => /^\w+=/.test(line));
}

test('the service is started again for ever, and stopped in order by its launcher', async () => {
  expect(await settings()).toEqual(
    expect.arrayContaining(['StartLimitIntervalSec=0', 'Restart=always', 'RestartSec=5', 'KillMode=mixed']),
  );
});

describe.skipIf(missing !== null)("systemd's own analysis of the unit", () => {
  test('finds no fault', () => {
    expect(analyze('verify', unit)).toEqual({ printed: '', code: 0 });
  });

  test('gives it an exposure of at most 1.5 of 10', () => {
    const { printed } = analyze('security', '--offline=true', unit);
    const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(printed)?.[1]);
    expect(exposure).toBeLessThanOrEqual(1.5);
  });
});
