import 'server-only';
import { type Actor, hasRole } from '@/lib/domain/authorization';
import { remindableFrom } from '@/lib/domain/report/reminders';
import type { ReportStatus } from '@/lib/domain/report/report';
import { portalNow } from '@/lib/server/clock';
import { requireScope } from '@/lib/server/session/session';
import { getSignOffWait, listReminders, type OpenReminder } from './data';

const isFor = (actor: Actor, { target, accountId }: OpenReminder) =>
  hasRole(actor, [target]) && accountId !== actor.accountId;

/** Loads the open reminders for the signed-in account, the latest first. */
export async function loadReminders(): Promise<OpenReminder[]> {
  const { actor, scope } = await requireScope();
  return (await listReminders(scope)).filter((reminder) => isFor(actor, reminder));
}

/**
 * Loads, for a report's page, the officers for whom it waits inside the agency, and the reminder that is still open.
 */
export async function loadSignOffStatus(report: { id: string; status: ReportStatus }) {
  const { actor, scope } = await requireScope();
  const now = await portalNow();
  const [wait, [reminder]] = await Promise.all([getSignOffWait(scope, report, now), listReminders(scope, report.id)]);
  return {
    wait,
    reminder: reminder
      ? { ...reminder, isForReader: isFor(actor, reminder), againFrom: remindableFrom(reminder.at) ?? reminder.at }
      : null,
  };
}

export type SignOffStatus = Awaited<ReturnType<typeof loadSignOffStatus>>;
