import { randomUUID } from 'node:crypto';
import type { MadeReport } from './reports';
import type { Sql } from './sql';

/** Adds the second quarter to a report's plan: it opens in June, and its last day in July is provisional. */
export async function makeSecondPeriod({ periodId, agencyId }: MadeReport, run: Sql): Promise<void> {
  const id = randomUUID();
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT $1, "planId", '2020Q2', '2020-05-31T16:00:00Z', '2020-07-03', '2020-07-03T16:00:00Z', true, '[]'
     FROM "ReportingPeriod" WHERE id = $2`,
    [id, periodId],
  );
  await run(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "updatedAt") VALUES ($1, $2, $3, 'not_started', now())`,
    [randomUUID(), id, agencyId],
  );
}

/** April 2020 as the State Council arranged it: off from the 4th to the 6th, worked on Sunday the 26th. */
export async function storeApril(run: Sql): Promise<void> {
  await run(
    `INSERT INTO "CalendarDay" (date, kind, name, source) VALUES
       ('2020-04-04', 'statutory_holiday', '清明节', '测试'), ('2020-04-05', 'statutory_holiday', '清明节', '测试'),
       ('2020-04-06', 'statutory_holiday', '清明节', '测试'), ('2020-04-26', 'makeup_workday', '劳动节调休上班', '测试')`,
  );
  await run(`INSERT INTO "CalendarYear" (year, confirmed, source) VALUES (2020, true, '测试')`);
}
