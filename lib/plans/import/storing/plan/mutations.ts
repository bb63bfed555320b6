import 'server-only';
import { civilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { isDateLine } from '@/lib/imports/plan/notice-head';
import type { Transaction } from '@/lib/server/database/db';
import { settleUnits } from '../agencies/mutations';
import { listRunningTasks } from '../data';
import { changeTasks } from '../tasks/mutations';

/** The paragraphs of a notice without its title, issuer and date. */
function noticeTextOf({ head, lines }: DraftReading): string {
  const isHead = (line: string) => head.title?.includes(line) || line === head.issuer || isDateLine(line);
  return lines
    .filter((line) => !isHead(line))
    .join('\n')
    .slice(0, 20_000);
}

async function createPlan(
  transaction: Transaction,
  officeId: string,
  reading: DraftReading,
  code: string,
): Promise<string> {
  const { issuedOn, ...head } = reading.draftHead;
  const { id } = await transaction.plan.create({
    data: {
      ...head,
      code,
      officeId,
      issuedOn: storedDateOf(civilDate(issuedOn)),
      firstOn: storedDateOf(civilDate(`${reading.year}-01-01`)),
      lastOn: storedDateOf(civilDate(`${reading.year}-12-31`)),
      noticeText: noticeTextOf(reading),
      deadlineRule: noticeDeadlineRule,
    },
    select: { id: true },
  });
  return id;
}

type Target = {
  officeId: string;
  planCode: string;
  /** The draft that takes the tasks; without one, a plan is made. */
  planId: string | null;
  by: { accountId?: string; address?: string };
  onProgress: (done: number) => Promise<void>;
};

/**
 * Stores what was read of a file as a plan or into a draft, with the agencies and groups that it names. Gives the plan and how
 * its tasks differ from what they were.
 */
export async function storeReading(
  transaction: Transaction,
  reading: DraftReading,
  { officeId, planCode, planId: known, by, onProgress }: Target,
): Promise<{ planId: string; differences: TaskDifference[] }> {
  const ids = await settleUnits(transaction, reading.units, by);
  const tasks = fileTasks(reading.tasks, (name) => ids.get(name) ?? []);
  const planId = known ?? (await createPlan(transaction, officeId, reading, planCode));
  const before = known ? await listRunningTasks(planId, transaction) : [];
  const differences = taskDifferences(before, tasks);
  await changeTasks(transaction, planId, differences, onProgress);
  return { planId, differences };
}
