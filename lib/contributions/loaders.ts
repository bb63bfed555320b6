import 'server-only';
import { notFound } from 'next/navigation';
import { portalNow } from '@/lib/server/clock';
import { requireScope } from '@/lib/server/session/session';
import { countPendingContributions, listContributions, listSupportedTasks, type SupportedTask } from './data';

/** Loads the offers of supporting agencies for a report of the reader's agency; none for anybody else. */
export async function loadContributions(reportId: string) {
  const { scope } = await requireScope();
  return listContributions(scope, reportId);
}

/** Keeps, of each supported task, the latest period and earlier ones in which it is open or has an offer. */
function shownOf(tasks: readonly SupportedTask[]): SupportedTask[] {
  const isLatest = ({ taskId, periodCode }: SupportedTask) =>
    tasks.every((other) => other.taskId !== taskId || other.periodCode <= periodCode);
  return tasks.filter((task) => isLatest(task) || task.isOpen || task.contributions.length > 0);
}

/** Loads, for the desk, the tasks that the agency supports and the offers that wait for its own decision. */
export async function loadContributionDesk() {
  const { scope } = await requireScope();
  const [tasks, pending] = await Promise.all([
    listSupportedTasks(scope, await portalNow()),
    countPendingContributions(scope),
  ]);
  return { tasks: shownOf(tasks), pending };
}

/** Loads one task that the agency supports, in one period; anything else is not found. */
export async function loadSupportedTask(reportId: string, taskId: string): Promise<SupportedTask> {
  const { scope } = await requireScope();
  const tasks = await listSupportedTasks(scope, await portalNow());
  return tasks.find((task) => task.reportId === reportId && task.taskId === taskId) ?? notFound();
}
