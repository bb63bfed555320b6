import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrationNames, readMigration } from '@/scripts/migration-files';
import { root } from '../support/source-files';
import { sql } from '../support/sql';

const page = readFileSync(path.join(root, 'prisma/triggers.md'), 'utf8');

/** The cells of the table of the page whose first column has this heading, row by row, without their code marks. */
function tableOf(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.includes(`| ${heading} |`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

test('the page names exactly the triggers of a migrated database, each with its table', async () => {
  const triggers = await sql<{ name: string; table: string }>(
    `SELECT t.tgname AS name, c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal`,
  );
  const listed = tableOf('trigger').map(([name, table]) => ({ name, table }));
  const byName = (a: { name?: string }, b: { name?: string }) => String(a.name).localeCompare(String(b.name));
  expect(listed.toSorted(byName)).toEqual(triggers.toSorted(byName));
});

test("the page names exactly the functions of a migrated database that are the portal's own", async () => {
  const functions = await sql<{ name: string }>(
    `SELECT proname AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
       SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')`,
  );
  const listed = tableOf('function').map(([name]) => String(name));
  expect(listed.toSorted()).toEqual(functions.map(({ name }) => name).toSorted());
});

test('the page names for each trigger and function the last migration that creates it', async () => {
  const scripts = await Promise.all(
    (await migrationNames()).map(async (name) => ({ name, script: await readMigration(name) })),
  );
  const creatorOf = (kind: string, name = '') =>
    scripts.findLast(({ script }) => new RegExp(`CREATE (OR REPLACE )?${kind} "?${name}"?[ (]`).test(script))?.name;
  for (const kind of ['trigger', 'function']) {
    const rows = tableOf(kind);
    expect(rows.map((row) => row.at(-1))).toEqual(rows.map(([name]) => creatorOf(kind.toUpperCase(), name)));
  }
});
