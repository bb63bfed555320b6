import { randomUUID } from 'node:crypto';
import type { RemarkAudience } from '@/lib/domain/review/remarks';
import { makeAccount } from './accounts';
import { now } from './report-states';
import { type Sql, sql } from './sql';

/** Stores a remark of the division on a report's first task, if the report has a filed version. */
export async function makeRemark(
  reportId: string,
  run: Sql = sql,
  audience: RemarkAudience = 'division',
): Promise<string | undefined> {
  const { accountId } = await makeAccount('reviewer', null, { run });
  const [row] = await run<{ id: string }>(
    `INSERT INTO "Remark" (id, "reportId", "filedVersionId", "taskId", section, audience, text, "writtenAt", "writtenById")
     SELECT $2, v."reportId", v.id, (v.snapshot->'entries'->0->>'taskId')::uuid, 'progress', $3, '请核对数量。', $4, $5
     FROM "FiledVersion" v WHERE v."reportId" = $1 ORDER BY v.number DESC LIMIT 1 RETURNING id`,
    [reportId, randomUUID(), audience, now, accountId],
  );
  return row?.id;
}
