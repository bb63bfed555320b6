import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, setClock } from '@/lib/demonstration/mutations';
import { portalNow, realNow } from '@/lib/server/clock';
import { importNotice, noticeFile, setUpPortal } from '@/prisma/seed/portal';
import { sql, sqlState } from '../support/sql';
import { codeOf } from '../support/writing';

const tables = [
  'Portal',
  'Plan',
  'Agency',
  'Task',
  'ReportingPeriod',
  'Report',
  'Event',
  'CalendarDay',
  'CalendarYear',
];
const everything = () => Promise.all(tables.map((table) => sql(`SELECT * FROM "${table}" t ORDER BY t::text`)));

describe('a production portal', () => {
  beforeAll(() => setUpPortal());

  test('a production portal starts with the calendar and without a plan, an agency or an account', async () => {
    const counts = await sql(`SELECT (SELECT count(*)::int FROM "Plan") AS plans,
      (SELECT count(*)::int FROM "Agency") AS agencies, (SELECT count(*)::int FROM "Office") AS offices,
      (SELECT count(*)::int FROM "Account") AS accounts, (SELECT count(*) > 10 FROM "CalendarYear") AS "hasYears"`);
    expect(counts).toEqual([{ plans: 0, agencies: 0, offices: 0, accounts: 0, hasYears: true }]);
  });
});

describe('a portal with the notice of 2020', () => {
  beforeAll(async () => importNotice(await readFile(noticeFile, 'utf8')));

  test('a production portal has the 16 agencies and 35 tasks of the notice in the order of the annex', async () => {
    const counts = await sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM "TaskLead" t JOIN "Agency" a ON a.id = t."agencyId"
       GROUP BY a.position ORDER BY a.position`,
    );
    expect(counts.map(({ count }) => count)).toEqual([2, 3, 3, 5, 3, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 1]);
  });

  test('a production portal has the four deadlines of 2020', async () => {
    const periods = await sql('SELECT p."dueOn"::text AS due, provisional FROM "ReportingPeriod" p ORDER BY 1');
    expect(periods).toEqual([
      { due: '2020-04-03', provisional: false },
      { due: '2020-07-03', provisional: false },
      { due: '2020-10-12', provisional: false },
      { due: '2021-01-06', provisional: false },
    ]);
  });

  test('a production portal has no accounts and 64 reports that are not started', async () => {
    expect(await sql('SELECT id FROM "Account"')).toEqual([]);
    const reports = await sql('SELECT status, count(*)::int AS count FROM "Report" GROUP BY 1');
    expect(reports).toEqual([{ status: 'not_started', count: 64 }]);
  });

  test('setting up a production portal again changes nothing', async () => {
    const before = await everything();
    await setUpPortal();
    expect(await everything()).toEqual(before);
  });

  test('a production portal has the real time, and its clock cannot be moved', async () => {
    expect(codeOf(await setClock(new Date('2020-04-02T01:00:00Z')))).toBe('not-a-demonstration');
    expect(codeOf(await moveClock('hour'))).toBe('not-a-demonstration');
    expect(await sqlState(sql('UPDATE "Portal" SET "clockOffset" = 60'))).toBe('23514');
    const ahead = (await portalNow()).getTime() - realNow().getTime();
    expect(Math.abs(Math.round(ahead / 60_000))).toBe(0);
  });

  test('a notice with a malformed line is not stored at all, and the line is named', async () => {
    const notice = await readFile(noticeFile, 'utf8');
    const lines = notice.split('\n');
    const broken = lines.findIndex((line) => line.startsWith('7 |'));
    lines[broken] = (lines[broken] ?? '').replace('7', '99');
    const before = await everything();
    await expect(importNotice(lines.join('\n').replaceAll('2020', '2019'))).rejects.toThrow(`line ${broken + 1}`);
    expect(await everything()).toEqual(before);
  });
});
