import { runScript } from './child';
import type { PlanImportTask } from './plan-import-work';
import { authSecret } from './portal-server';
import { bound, type Result } from './result';
import type { ScratchServer } from './scratch-database';

const large: PlanImportTask = { tasks: 4_000, agencies: 400 };

/** The import of a plan of 4,000 tasks for 400 new agencies, from its file to the stored draft. */
export async function measurePlanImport(server: ScratchServer): Promise<Result> {
  const url = await server.createDatabase('imports');
  const env = { DATABASE_URL: url, AUTH_SECRET: authSecret };
  const seconds = await runScript<number>('./plan-import-work.ts', large, { env, aliases: true });
  return bound('import of 4,000 tasks', 's', [seconds], 60);
}
