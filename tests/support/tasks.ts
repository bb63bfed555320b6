import { randomUUID } from 'node:crypto';
import { type Sql, sql } from './sql';

type NewTask = { planId: string; planCode: string; agencyId: string; position: number; text: string };

/** Stores a task that an agency leads in every period of its plan, and gives its id. */
export async function makeTask(
  { planId, planCode, agencyId, position, text }: NewTask,
  run: Sql = sql,
): Promise<string> {
  const id = randomUUID();
  await run(`INSERT INTO "Task" (id, "planId", code, position, text) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    planId,
    `${planCode}-${position}`,
    position,
    text,
  ]);
  await run(`INSERT INTO "TaskLead" (id, "taskId", "agencyId", position) VALUES ($1, $2, $3, 1)`, [
    randomUUID(),
    id,
    agencyId,
  ]);
  return id;
}
