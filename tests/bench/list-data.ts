import { withOffice } from '../support/office';

import { runSql } from './scratch-database';

export const listedPlan = 'plan-1';

/** The number of reports that the list's filter (filed) keeps: half of four quarters, so that every page is full. */
export const listedOf = (agencies: number): number => agencies * 2;

const statuses = `(ARRAY['filed', 'filed', 'draft', 'returned']::"ReportStatus"[])`;

/**
 * Stores plans of four open quarters with a report for each agency and period: half of them filed, a quarter each in draft
 * and returned, and a filed version for all but the drafts.
 */
export function storeReportsToList(url: string, { plans, agencies }: { plans: number; agencies: number }) {
  return runSql(
    url,
    `INSERT INTO "Portal" ("setUpAs") VALUES ('production')`,
    `INSERT INTO "Account" (id, "userName", "displayName", "passwordHash", roles)
     VALUES (uuidv7(), 'reporter', '', '', '{coordinator}')`,
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     SELECT uuidv7(), 'plan-' || n, '', '', '2020-01-01', '', '', '{}',
    'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31' FROM generate_series(1, ${plans}) n`,
    `INSERT INTO "Agency" (id, code, name, position)
     SELECT uuidv7(), n, '性能测试单位' || n, n FROM generate_series(1, ${agencies}) n`,
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT uuidv7(), id, '2100Q' || q, now() - interval '1 day', current_date + 365, now() + interval '365 days', false, '[]'
     FROM "Plan", generate_series(1, 4) q`,
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "filedVersions", timeliness, "updatedAt")
     SELECT uuidv7(), p.id, a.id, s.status, (s.status <> 'draft')::int,
       CASE WHEN s.status <> 'draft' THEN 'on_time'::"Timeliness" END, now()
     FROM "ReportingPeriod" p, "Agency" a, LATERAL (SELECT ${statuses}[a.position % 4 + 1] AS status) s`,
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT uuidv7(), r.id, 1, '{}', repeat('0', 64), left(r.id::text, 40), a.id, 'on_time'
     FROM "Report" r, "Account" a WHERE r."filedVersions" = 1`,
    'VACUUM ANALYZE',
    'CHECKPOINT',
  );
}
