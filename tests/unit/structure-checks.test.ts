import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { root } from '../support/source-files';

// Each test starts a program of its own, which takes seconds.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small project with the files given by path, beside the installed packages of this one. */
function planted(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
  folders.push(folder);
  for (const top of ['app', 'components', 'lib', 'prisma']) mkdirSync(path.join(folder, top));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const all = {
    'tsconfig.json': readFileSync(path.join(root, 'tsconfig.json'), 'utf8'),
    'package.json': JSON.stringify({ name: 'planted', type: 'module' }),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Runs a check's program in a folder and gives its exit code with all that it printed. */
function run(folder: string, program: string, args: readonly string[]): { code: number | null; printed: string } {
  const script = path.join(root, 'node_modules', program);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, printed: stdout + stderr };
}

const importLaw = (folder: string) =>
  run(folder, 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    `--config=${path.join(root, 'scripts/import-law.mjs')}`,
    ...['app', 'components', 'lib', 'prisma'],
  ]);

const deadCode = (folder: string) =>
  run(folder, 'knip/bin/knip.js', [
    '--config',
    path.join(root, 'scripts/knip.json'),
    '--include',
    'exports,types,files',
  ]);

const value = 'export const value = 1;\n';
const using = (from: string) => `import { value } from '${from}';\nexport const other = value;\n`;

/** Each breaks the import law in one way: the rule that names it, the importing file, the imported one. */
const trespasses = [
  ['domain-may-not-import-server', 'lib/domain/plan/reading.ts', 'lib/server/database/db.ts'],
  ['components-may-not-import-loaders', 'components/plans/loading.ts', 'lib/plans/loaders.ts'],
  ['actions-may-not-import-data', 'lib/plans/actions.ts', 'lib/plans/data.ts'],
  ['data-may-not-import-mutations', 'lib/plans/data.ts', 'lib/plans/mutations.ts'],
  ['app-may-not-import-data', 'app/plans/page.tsx', 'lib/plans/data.ts'],
  ['plain-components-may-not-import-components', 'components/ui/button.tsx', 'components/filing/desk/light.ts'],
  ['report-components-may-not-import-components', 'components/reports/status.ts', 'components/review/list/words.ts'],
] as const;

test('the import law refuses each trespass by its name, and a circle of files or of folders', () => {
  const withoutEnding = (file: string) => file.replace(/\.tsx?$/, '');
  const imported = Object.fromEntries(trespasses.map(([, , to]) => [to, value]));
  const importing = Object.fromEntries(
    trespasses.map(([, from, to]) => [from, using(`@/${withoutEnding(to)}`) + value]),
  );
  const folder = planted({
    ...imported,
    ...importing,
    'lib/domain/plan/packed.ts': "import { z } from 'zod';\nexport const shape = z.string();\n",
    'lib/calendar/data.ts': using('./feed/data') + value,
    'lib/calendar/feed/data.ts': using('../data') + value,
    'components/filing/desk/desk.ts': using('@/components/review/list/words'),
    'components/review/list/list.ts': using('@/components/filing/desk/light'),
  });
  const { code, printed } = importLaw(folder);
  for (const [rule, from, to] of trespasses) expect(printed).toContain(`${rule}: ${from} → ${to}`);
  expect(printed).toContain('domain-knows-no-package: lib/domain/plan/packed.ts');
  expect(printed).toContain('no-circle: lib/calendar/data.ts');
  expect(printed).toContain('no-folder-circle: components/filing/desk');
  expect(code).toBeGreaterThan(0);
});

test('the import law passes a component that takes a type from a loader and a value from the law', () => {
  const folder = planted({
    'lib/domain/plan/plan.ts': value,
    'lib/plans/loaders.ts': 'export type Plan = { code: string };\n',
    'components/plans/plan.ts': `import type { Plan } from '@/lib/plans/loaders';\n${using('@/lib/domain/plan/plan')}export type Shown = Plan;\n`,
  });
  expect(importLaw(folder)).toMatchObject({ code: 0 });
});

test('the check for dead code refuses an export that only its own file uses, and a file that nobody imports', () => {
  const folder = planted({
    'app/page.tsx': "import { shown } from '@/lib/plans/data';\nexport default function Page() {\n  return shown;\n}\n",
    'lib/plans/data.ts':
      'export const alone = 1;\nexport const shown = alone;\nexport type Unread = { code: string };\n',
    'lib/plans/forgotten.ts': value,
  });
  const { code, printed } = deadCode(folder);
  expect(printed).toMatch(/Unused files[\s\S]*lib\/plans\/forgotten\.ts/);
  expect(printed).toMatch(/Unused exports[\s\S]*alone/);
  expect(printed).toMatch(/Unused exported types[\s\S]*Unread/);
  expect(printed).not.toMatch(/\bshown\b/);
  expect(code).toBe(1);
});
