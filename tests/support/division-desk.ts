import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { makeAccount } from './accounts';
import type { OwnPortal } from './own-portal';
import { completeEntry } from './report-states';
import { agencyCodeOf, type MadeReport, makeReport } from './reports';
import { root } from './source-files';

const pagesOf = (folder: string) =>
  readdirSync(path.join(root, 'app/(desk)', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.posix.join('/', folder, path.dirname(file).split(path.sep).join('/')));

/** Every page of the division's desk as the application has it: "/review/[reportId]/publication". */
export const divisionPages = [...pagesOf('review'), ...pagesOf('calendar')].toSorted();

/** A text of the reports, by which a page that shows them is recognised. */
export const reportText = '完成三项工作';

export async function addSecondVersion(reportId: string, { sql }: OwnPortal): Promise<void> {
  await sql(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT $1, "reportId", 2, snapshot, digest, "receiptNumber" || '-2', "filedById", timeliness
     FROM "FiledVersion" WHERE "reportId" = $2`,
    [randomUUID(), reportId],
  );
  await sql('UPDATE "Report" SET "filedVersions" = 2 WHERE id = $1', [reportId]);
}

/** A draft of a summary over the period of a report. */
async function storeSummary({ id, periodId, taskIds }: MadeReport, { sql }: OwnPortal): Promise<string> {
  const [summaryId, { accountId }] = [randomUUID(), await makeAccount('reviewer', null, { run: sql })];
  await sql(
    `INSERT INTO "Summary" (id, "periodId", arrangement, sections, title, "signedOn", "madeAt", "madeById", "changedAt",
       "changedById")
     VALUES ($1, $2, 'by_agency', '{progress}', '汇总', '2020-04-08', portal_now(), $3, portal_now(), $3)`,
    [summaryId, periodId, accountId],
  );
  for (const taskId of taskIds)
    await sql(
      `INSERT INTO "SummaryEntry" (id, "summaryId", "reportId", "taskId", "filedVersionId", position)
       SELECT gen_random_uuid(), $1, $2, $3, id, 1 FROM "FiledVersion" WHERE "reportId" = $2`,
      [summaryId, id, taskId],
    );
  return summaryId;
}

/** Stores data for every page of the desk, and gives an address of each page. */
export async function furnishDivision(portal: OwnPortal): Promise<Record<string, string>> {
  const run = portal.sql;
  const entry = { ...completeEntry, progress: reportText };
  const accepted = await makeReport({ status: 'accepted', published: true, entry, run });
  const filed = await makeReport({ status: 'filed', entry, run });
  const draft = await makeReport({ status: 'draft', extensionPending: true, run });
  await makeReport({ status: 'accepted', entry, run });
  await addSecondVersion(filed.id, portal);
  const summaryId = await storeSummary(accepted, portal);
  // Its deadline is another one than the calendar gives, so that the desk of the calendar has something to move.
  await makeReport({ status: 'not_started', dueOn: '2020-04-09', closesAt: new Date('2020-04-09T16:00:00Z'), run });
  await run(`INSERT INTO "CalendarYear" (year, confirmed, source) VALUES (2027, false, '试验') ON CONFLICT DO NOTHING`);
  return {
    '/review': `/review?plan=${filed.planCode}`,
    '/review/[reportId]': `/review/${filed.id}`,
    '/review/[reportId]/compare': `/review/${filed.id}/compare`,
    '/review/[reportId]/publication': `/review/${accepted.id}/publication`,
    '/review/publication': '/review/publication',
    '/calendar': '/calendar',
    '/calendar/[year]': '/calendar/2027',
    '/review/chasing': `/review/chasing?plan=${draft.planCode}&report=${draft.id}`,
    '/review/chasing/schedule': `/review/chasing/schedule?plan=${draft.planCode}`,
    '/review/chasing/log': '/review/chasing/log',
    '/review/chasing/late-filing': `/review/chasing/late-filing?plan=${draft.planCode}`,
    '/review/officers': '/review/officers',
    '/review/officers/[agencyCode]': `/review/officers/${agencyCodeOf(draft.agencyId)}`,
    '/review/assignment': '/review/assignment',
    '/review/counting': '/review/counting',
    '/review/counting/problems': '/review/counting/problems',
    '/review/counting/tasks': '/review/counting/tasks',
    '/review/documents': `/review/documents?plan=${filed.planCode}`,
    '/review/extensions': '/review/extensions',
    '/review/summaries': `/review/summaries?plan=${accepted.planCode}`,
    '/review/summaries/new': `/review/summaries/new?plan=${accepted.planCode}`,
    '/review/summaries/[summaryId]': `/review/summaries/${summaryId}`,
    '/review/summaries/[summaryId]/order': `/review/summaries/${summaryId}/order`,
    '/review/summaries/[summaryId]/traces': `/review/summaries/${summaryId}/traces`,
  };
}
