import { randomUUID } from 'node:crypto';
import { now } from './report-states';
import { type Sql, sql } from './sql';

/** Lets an agency support a task. */
export async function makeSupport(taskId: string, agencyId: string, run: Sql = sql): Promise<void> {
  await run('INSERT INTO "SupportingAgency" ("taskId", "agencyId") VALUES ($1, $2)', [taskId, agencyId]);
}

type Offer = { reportId: string; taskId: string; agencyId: string; writtenById: string; section?: string };

/** Stores an undecided offer of an agency for a task. */
export async function makeContribution(offer: Offer, run: Sql = sql): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO "Contribution" (id, "reportId", "taskId", "agencyId", section, text, "writtenAt", "writtenById")
     VALUES ($1, $2, $3, $4, $5, '配合完成调研。', $6, $7)`,
    [id, offer.reportId, offer.taskId, offer.agencyId, offer.section ?? 'progress', now, offer.writtenById],
  );
  return id;
}
