import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import type { Result } from '@/lib/domain/refusal';
import { findImport, readImport } from '@/lib/plans/import/data';
import { beginImport, editImport } from '@/lib/plans/import/mutations';
import { storeImport } from '@/lib/plans/import/storing/mutations';
import { makeAccount } from './accounts';
import { samplePlan } from './plan-samples';
import { one, type Row, sql } from './sql';

const now = new Date('2026-02-10T01:00:00Z');
/** The coordinator of the office, once the scene is set. */
export let coordinator: Actor;
export const officeId = '01970000-0000-7000-8000-000000000001';

export const context = (actor = coordinator) => ({ actor, now, address: '192.0.2.1' });

export function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export const codeOf = (result: Result<unknown>) => (result.ok ? 'accepted' : result.refusal.code);

export async function begun(name: string, file = samplePlan(name)): Promise<string> {
  return given(await beginImport({ officeId, planCode: '', name, file }, context())).id;
}

export async function reading(id: string) {
  const stored = await findImport(id);
  if (!stored) throw new Error('no import');
  return { stored, ...(await readImport(stored)) };
}

export const edit = (importId: string, change: DraftEdit, was?: string, actor = coordinator) =>
  editImport({ importId, edits: [change], was }, context(actor));

export const store = async (importId: string, planCode: string, kind: 'new' | 'draft' = 'new') => {
  const { stored } = await reading(importId);
  return storeImport({ importId, version: stored.version, target: { kind, planCode } }, context());
};

export const counts = async () =>
  await one<Row>(
    `SELECT (SELECT count(*)::int FROM "Plan") AS plans, (SELECT count(*)::int FROM "Task") AS tasks,
         (SELECT count(*)::int FROM "Agency") AS agencies, (SELECT count(*)::int FROM "PlanImport") AS imports`,
    [],
  );

/** Stores an office with its coordinator, and a register of four agencies. */
export async function setImportScene(): Promise<void> {
  coordinator = await makeAccount('coordinator');
  await sql(`INSERT INTO "Office" (id, code, name) VALUES ($1, 'keji', '市科技局高新技术处')`, [officeId]);
  await sql(
    `INSERT INTO "Agency" (id, code, name, aliases, position) VALUES
       (gen_random_uuid(), '01', '市发展和改革委员会', '{市发展改革委}', 1),
       (gen_random_uuid(), '02', '市科学技术局', '{}', 2), (gen_random_uuid(), '03', '东区人民政府', '{}', 3),
       (gen_random_uuid(), '04', '西区人民政府', '{}', 4)`,
    [],
  );
}
