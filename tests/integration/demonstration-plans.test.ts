import { beforeAll, describe, expect, test } from 'vitest';
import { setUpDemonstration } from '@/prisma/seed/demonstration';
import { sql } from '../support/sql';

describe('the plans of the demonstration', () => {
  beforeAll(() => setUpDemonstration());

  test('are the notice of 2020 by quarters, and one by months that belongs to another office', async () => {
    const plans = await sql(
      `SELECT l.code, l.rhythm::text, l.status::text, o.code AS office,
         (SELECT count(*)::int FROM "PlanAgency" n WHERE n."planId" = l.id) AS agencies,
         (SELECT count(*)::int FROM "Task" t WHERE t."planId" = l.id) AS tasks
       FROM "Plan" l JOIN "Office" o ON o.id = l."officeId" ORDER BY l.code`,
    );
    expect(plans).toEqual([
      { code: '2020', rhythm: 'quarterly', status: 'issued', office: 'office-1', agencies: 16, tasks: 35 },
      { code: 'shuju-2020', rhythm: 'monthly', status: 'issued', office: 'shuju', agencies: 3, tasks: 3 },
    ]);
  });

  test('every agency keeps one plan, and the three districts have officers of their own', async () => {
    const [row] = await sql(
      `SELECT (SELECT max(plans)::int FROM (SELECT count(*) AS plans FROM "PlanAgency" GROUP BY "agencyId") n) AS most,
         (SELECT string_agg(c."userName", ' ' ORDER BY c."userName") FROM "Account" c
           JOIN "PlanAgency" n ON n."agencyId" = c."agencyId" JOIN "Plan" l ON l.id = n."planId"
           WHERE l.code = 'shuju-2020') AS officers`,
    );
    expect(row).toEqual({ most: 1, officers: 'heping hexi nankai' });
  });

  test('the reports of the second plan are due on the tenth of the next month, or the working day after', async () => {
    const periods = await sql<{ code: string; due: string }>(
      `SELECT p.quarter AS code, p."dueOn"::text AS due FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId"
       WHERE l.code = 'shuju-2020' ORDER BY 1`,
    );
    expect(periods.map(({ code, due }) => `${code} ${due}`)).toEqual([
      '2020M03 2020-04-10',
      '2020M04 2020-05-11',
      '2020M05 2020-06-10',
      '2020M06 2020-07-10',
      '2020M07 2020-08-10',
      '2020M08 2020-09-10',
      '2020M09 2020-10-10',
      '2020M10 2020-11-10',
      '2020M11 2020-12-10',
      '2020M12 2021-01-11',
    ]);
  });

  test('each office has a coordinator and a reviewer of its own, and the leader reads for all', async () => {
    const people = await sql<{ office: string; people: string }>(
      `SELECT o.code AS office, string_agg(c."userName", ' ' ORDER BY c."userName") AS people
       FROM "OfficeMember" m JOIN "Office" o ON o.id = m."officeId" JOIN "Account" c ON c.id = m."accountId"
       GROUP BY o.code ORDER BY 1`,
    );
    expect(people).toEqual([
      { office: 'office-1', people: 'coordinator reviewer' },
      { office: 'shuju', people: 'data-coordinator data-reviewer' },
    ]);
    expect(await sql('SELECT "userName" FROM "Account" WHERE "allOffices" ORDER BY 1')).toEqual([
      { userName: 'chief' },
      { userName: 'leader' },
    ]);
  });
});
