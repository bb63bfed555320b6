import 'server-only';
import { notFound } from 'next/navigation';
import { portalNow } from '@/lib/server/clock';
import { requireScope } from '@/lib/server/session/session';
import { countPendingContributions, listContributions, listSupportedTasks, type SupportedTask } from './data';

/** What supporting agencies offered for a report of the reader's agency; nothing for anybody else. */
export async function loadContributions(reportId: string) {
  const { scope } = await requireScope();
  return listContributions(scope, reportId);
}

/** Each task that the agency supports: the latest quarter, and earlier ones in which it is open or offered something. */
function shownOf(tasks: readonly SupportedTask[]): SupportedTask[] {
  const isLatest = ({ taskId, quarter }: SupportedTask) =>
    tasks.every((other) => other.taskId !== taskId || other.quarter <= quarter);
  return tasks.filter((task) => isLatest(task) || task.isOpen || task.contributions.length > 0);
}

/** For the desk: the tasks that the agency supports, and the offers that wait for its own decision. */
export async function loadContributionDesk() {
  const { scope } = await requireScope();
  const [tasks, pending] = await Promise.all([
    listSupportedTasks(scope, await portalNow()),
    countPendingContributions(scope),
  ]);
  return { tasks: shownOf(tasks), pending };
}

/** One task that the agency supports, in one quarter; anything else is not found. */
export async function loadSupportedTask(reportId: string, taskId: string): Promise<SupportedTask> {
  const { scope } = await requireScope();
  const tasks = await listSupportedTasks(scope, await portalNow());
  return tasks.find((task) => task.reportId === reportId && task.taskId === taskId) ?? notFound();
}
