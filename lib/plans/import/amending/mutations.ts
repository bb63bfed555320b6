import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { differencesAtOnce } from '@/lib/domain/plan/plan-import';
import { decideImport } from '@/lib/domain/plan/plan-import-rights';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { Amendment } from '@/lib/domain/plan/task-amendment';
import { differenceKey, type TaskDifference } from '@/lib/domain/plan/task-differences';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { amendTaskWithin } from '@/lib/plans/tasks/amendments/mutations';
import { allOrNothing } from '@/lib/server/database/all-or-nothing';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { planTransaction } from '@/lib/server/database/plan-write-path';
import type { AskContext } from '@/lib/server/database/write-path';
import { findImport, readImport } from '../data';
import { settleUnits } from '../storing/agencies/mutations';
import { listDifferences } from '../storing/data';
import { refuseUnsettled } from '../storing/mutations';

type Asked = { importId: string; version: number; chosen: string[]; fromPeriod: PeriodCode | null; reason: string };

/** A task that goes to other agencies and says something else is first moved, then corrected. */
function amendmentsOf(difference: TaskDifference): Amendment[] {
  if (difference.kind === 'added') return [difference];
  const taskId = difference.stored.id;
  if (difference.kind === 'gone') return [{ kind: 'ended', taskId }];
  const { facts, fields } = difference;
  const moved: Amendment[] = fields.includes('leads') ? [{ kind: 'moved', taskId, leads: facts.leads }] : [];
  const isCorrected = fields.some((field) => field !== 'leads');
  return [...moved, ...(isCorrected ? [{ kind: 'corrected', taskId, facts } as const] : [])];
}

/** The names of a file that stand in a task as differences give it: a new agency stands in it under its name. */
function namedIn({ units }: DraftReading, tasks: readonly TaskFacts[]): DraftReading['units'] {
  const agencies = new Set(tasks.flatMap(({ leads, supports }) => [...leads, ...supports]));
  const groups = new Set(tasks.flatMap((task) => task.groups.map(({ name }) => name)));
  return units.filter(({ name, isGroup }) => (isGroup ? groups : agencies).has(name));
}

/** Enters the new agencies of the chosen tasks in the register, and puts them in the place of their names. */
async function settled(
  transaction: Transaction,
  reading: DraftReading,
  differences: readonly TaskDifference[],
  { actor: { accountId }, address }: AskContext,
): Promise<TaskDifference[]> {
  const tasks = differences.flatMap((difference) => (difference.kind === 'gone' ? [] : [difference.facts]));
  const ids = await settleUnits(transaction, namedIn(reading, tasks), { accountId, address });
  const inRegister = (agencies: readonly string[]) => [
    ...new Set(agencies.flatMap((agency) => ids.get(agency) ?? [agency])),
  ];
  return differences.map((difference) => {
    if (difference.kind === 'gone') return difference;
    const { leads, supports } = difference.facts;
    return { ...difference, facts: { ...difference.facts, leads: inRegister(leads), supports: inRegister(supports) } };
  });
}

type Chosen = {
  planCode: string;
  differences: TaskDifference[];
  /** Some of the differences could not be listed beside the chosen ones. */
  hasMore: boolean;
};

/** Compares the file with the plan once more. */
async function chosenDifferences(
  transaction: Transaction,
  { importId, version, chosen }: Asked,
  context: AskContext,
): Promise<Result<Chosen>> {
  await transaction.$queryRaw`SELECT 1 FROM "PlanImport" WHERE id = ${importId}::uuid FOR UPDATE`;
  const stored = await findImport(importId, transaction);
  if (!stored?.plan) return refused({ code: 'not-found' });
  const decision = decideImport(context.actor, stored);
  if (!decision.ok) return decision;
  if (stored.version !== version) return refused({ code: 'stale' });
  const { reading } = await readImport(stored, transaction);
  const unsettled = refuseUnsettled(reading);
  if (!unsettled.ok) return unsettled;
  const all = await listDifferences(stored.plan.id, reading, transaction);
  const wanted = new Set(chosen);
  const differences = all.filter((difference) => wanted.has(differenceKey(difference)));
  if (differences.length === 0) return refused({ code: 'nothing-chosen' });
  return accepted({
    planCode: stored.plan.code,
    differences: await settled(transaction, reading, differences, context),
    hasMore: all.length > differencesAtOnce,
  });
}

async function finish(
  transaction: Transaction,
  importId: string,
  { hasMore, ...detail }: { hasMore: boolean; planCode: string; importId: string; differences: number },
  { actor: { accountId }, address }: AskContext,
) {
  await transaction.planImport.update({
    where: { id: importId },
    data: { ...(hasMore ? {} : { status: 'stored' }), version: { increment: 1 } },
  });
  await recordEvent(transaction, { name: 'plan-import-compared', accountId, address, detail });
}

/**
 * Makes an amendment of each chosen difference between a file and an issued plan, from a period on: all of them or, where
 * one is refused, none, and the import stays open as it was. It also stays open, as `isOpen`, where there were more
 * differences than are listed at once: the others have been seen by nobody.
 */
export async function amendFromImport(
  asked: Asked,
  context: AskContext,
): Promise<Result<{ planCode: string; isOpen: boolean }>> {
  const { importId, fromPeriod, reason } = asked;
  if (fromPeriod === null) return refused({ code: 'amendment-period-over' });
  return allOrNothing(async (transaction) => {
    const found = await chosenDifferences(transaction, asked, context);
    if (!found.ok) return found;
    const { planCode, differences, hasMore } = found.value;
    const terms = { fromPeriod, reason };
    for (const amendment of differences.flatMap(amendmentsOf)) {
      const amended = await amendTaskWithin(transaction, planCode, { amendment, terms }, context);
      if (!amended.ok) return amended;
    }
    const detail = { planCode, importId, differences: differences.length };
    await finish(transaction, importId, { ...detail, hasMore }, context);
    return accepted({ planCode, isOpen: hasMore });
  }, planTransaction);
}
