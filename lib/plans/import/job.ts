import 'server-only';
import { finishImport, giveUpImport } from './storing/mutations';

/** Stores the tasks of a file; after an interruption the next worker finds that nothing is stored, and starts over. */
export async function storePlanImport(importId: string): Promise<void> {
  await finishImport(importId);
}

/** Opens an import again after all attempts to store it broke off or were killed. */
export const giveUpPlanImport = giveUpImport;
