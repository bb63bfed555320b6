import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { setDemonstrationClock } from './clock';
import { loadRows, readEarlier } from './earlier-rows';
import { Visitor } from './forms';
import { OwnPortal } from './own-portal';
import { root } from './source-files';
import { connect } from './sql';

/** 11:00 in China on the last day of which the stored portal knows. */
const now = new Date('2020-04-08T03:00:00.000Z');

/** Migrates in a process of its own, because the code of the portal's server runs in no browser test. */
async function migrate(url: string): Promise<void> {
  const script = path.join(import.meta.dirname, 'migrate-process.ts');
  const program = ['--conditions=react-server', '--import', 'tsx', script];
  await promisify(execFile)(process.execPath, program, { cwd: root, env: { ...process.env, DATABASE_URL: url } });
}

/** A portal on the database that an earlier version left behind, brought up to date. */
export async function startOnEarlierDatabase(): Promise<OwnPortal> {
  const portal = await OwnPortal.start(async (url) => {
    const sql = connect(url);
    await sql('DROP SCHEMA public CASCADE');
    await sql('CREATE SCHEMA public');
    await sql.end();
    await loadRows(await readEarlier('before-refactoring'), url);
    await migrate(url);
    return {};
  });
  await setDemonstrationClock(now, portal.sql);
  await portal.sql(
    `UPDATE "Account" SET "calendarKey" = rpad("userName", 43, 'k') WHERE "userName" ~ '^agency(04|05|09)$'`,
  );
  return portal;
}

/** The answers of the last version before plans of other shapes, by their addresses. */
export type EarlierAnswers = { data: Record<string, string>; pages: Record<string, string> };

export async function readEarlierAnswers(): Promise<EarlierAnswers> {
  return JSON.parse(
    await readFile(path.join(import.meta.dirname, 'databases/before-plans.json'), 'utf8'),
  ) as EarlierAnswers;
}

/** Gives an answer of the portal to anybody; its own address is the same on every port. */
export async function answerOf(portal: OwnPortal, address: string): Promise<string> {
  const body = await new Visitor(portal.url).page(address);
  return body.replaceAll(new URL(portal.url).host, 'portal.example');
}

/** The content of a page, without the frame that is the same on every page. */
export const contentIn = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
