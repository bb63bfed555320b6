import type { Actor } from '@/lib/domain/authorization';
import { saveReport, startReport } from '@/lib/filing/mutations';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { makeAccount } from './accounts';
import { type AmendedPlan, midQuarter, reportOf } from './amended-plan';
import { completeEntry } from './report-states';
import { one } from './sql';
import { by, granted, typed } from './writing';

/** The context of a command on a report as it is now, in mid-quarter. */
export async function contextOf(id: string, actor: Actor) {
  const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
    'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
    [id],
  );
  return by(actor, version, midQuarter, contentVersion);
}

/** The tasks of a report as it has them, each with its progress. */
export async function textsOf(id: string) {
  const { entries = [] } = (await findStoredReport(db, id)) ?? {};
  return entries.map(({ taskId, taskText, progress }) => ({ taskId, taskText, progress }));
}

/** Starts the report of an agency for the running quarter and writes everything that it owes. */
export async function writtenReport(plan: AmendedPlan, agencyId: string) {
  const id = await reportOf(plan, agencyId);
  const reporter = await makeAccount('reporter', agencyId);
  granted(await startReport(id, await contextOf(id, reporter)));
  const taskIds = (await textsOf(id)).map(({ taskId }) => taskId);
  const changes = typed(taskIds, () => completeEntry);
  granted(await saveReport(id, changes, await contextOf(id, reporter)));
  return { id, reporter };
}
