import { type Actor, holdsFor } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { PlanImportStatus } from './plan-import';

/** Says whether an actor may read and mend the imports of an office: its coordinators, who share them. */
export function mayImport(actor: Actor, officeId: string): boolean {
  return holdsFor(actor, ['coordinator'], officeId);
}

/**
 * Decides whether an actor may change or store an import. Refused are `not-found` for another office's, and
 * `import-not-open` for one that was stored or discarded already.
 */
export function decideImport(
  actor: Actor,
  { officeId, status }: { officeId: string; status: PlanImportStatus },
): Result<void> {
  if (!mayImport(actor, officeId)) return refused({ code: 'not-found' });
  return status === 'open' ? accepted(undefined) : refused({ code: 'import-not-open' });
}
