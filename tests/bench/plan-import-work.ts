import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import type { Result } from '@/lib/domain/refusal';
import { findImport } from '@/lib/plans/import/data';
import { storePlanImport } from '@/lib/plans/import/job';
import { beginImport, editImport, makeRestNew } from '@/lib/plans/import/mutations';
import { storeImport } from '@/lib/plans/import/storing/mutations';
import { db } from '@/lib/server/database/db';

// Imports a plan of many tasks in a process of its own, and answers with the seconds from the file to the stored plan.

export type PlanImportTask = { tasks: number; agencies: number };

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the bench was refused: ${result.refusal.code}`);
  return result.value;
}

const fileOf = ({ tasks, agencies }: PlanImportTask) => {
  const rows = Array.from({ length: tasks }, (_, index) =>
    [index + 1, `推进第${index + 1}项重点任务`, `第${(index % agencies) + 1}局`, '2026年底前'].join(),
  );
  return Buffer.from(['序号,任务,牵头单位,完成时限', ...rows].join('\n'));
};

async function coordinator(): Promise<{ actor: Actor; officeId: string }> {
  const office = await db.office.create({ data: { code: 'bench', name: '性能测试处' }, select: { id: true } });
  const account = { userName: 'bench', displayName: 'bench', passwordHash: 'none', allOffices: true };
  const { id } = await db.account.create({ data: { ...account, roles: ['coordinator'] }, select: { id: true } });
  const actor: Actor = { accountId: id, displayName: 'bench', roles: ['coordinator'], offices: 'all', agencyId: null };
  return { actor, officeId: office.id };
}

async function importPlan(task: PlanImportTask): Promise<number> {
  const { actor, officeId } = await coordinator();
  const context = { actor, now: new Date(), address: '' };
  const file = fileOf(task);
  const begun = performance.now();
  const { id: importId } = granted(await beginImport({ officeId, planCode: '', name: 'plan.csv', file }, context));
  const head = { title: '性能测试计划', issuer: '性能测试', issuedOn: '2026-01-01', contactOffice: '性能测试处' };
  const edits = Object.entries(head).map(([field, text]) => ({ kind: 'head', field, text }) as DraftEdit);
  granted(await editImport({ importId, edits }, context));
  granted(await makeRestNew({ importId }, context));
  const version = (await findImport(importId))?.version ?? 0;
  granted(await storeImport({ importId, version, target: { kind: 'new', planCode: 'bench' } }, context));
  await storePlanImport(importId);
  const seconds = (performance.now() - begun) / 1000;
  const stored = await db.task.count({ where: { plan: { code: 'bench' } } });
  if (stored !== task.tasks) throw new Error(`there are ${stored} tasks, expected were ${task.tasks}`);
  return seconds;
}

process.once('message', async (task: PlanImportTask) => {
  process.send?.(await importPlan(task));
});
