import { randomUUID } from 'node:crypto';
import type { Officer, OwnPortal } from '../own-portal';
import { makeAgency, makeReport } from '../reports';

/** Some agencies of one plan that have not filed, each with a reporter who has signed in. */
export type ChasedPeriod = { planCode: string; agencies: { name: string; reporter: Officer }[] };

/** So long ago that the period is not announced any more. */
const longAgo = new Date('2020-02-29T16:00:00Z');

export async function makePeriod(portal: OwnPortal, count: number): Promise<ChasedPeriod> {
  const agencies: ChasedPeriod['agencies'] = [];
  let first: { planCode: string; periodId: string } | undefined;
  for (let index = 0; index < count; index += 1) {
    const agencyId = await makeAgency(portal.sql);
    const name = `单位${randomUUID().slice(0, 8)}`;
    await portal.sql('UPDATE "Agency" SET name = $2 WHERE id = $1', [agencyId, name]);
    const report = await makeReport({ agencyId, tasks: 1, opensAt: longAgo, run: portal.sql });
    first ??= report;
    await portal.sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [report.id, first.periodId]);
    agencies.push({ name, reporter: await portal.signIn('reporter', agencyId) });
  }
  return { planCode: first?.planCode ?? '', agencies };
}
