import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { timeLeftAt } from '@/lib/domain/deadline/time-left';
import { queryDesk } from '@/lib/filing/desk/data';
import { deskOf } from '@/lib/filing/desk/desk';
import { now } from './report-states';
import { calendar } from './writing';

/** The desk as somebody sees it at an instant. */
export async function deskAt(actor: Actor, at: Date = now) {
  return deskOf(await queryDesk(scopeOf(actor)), { actor, calendar, now: at });
}

/** The one report of an agency, as its desk shows it. */
export async function onlyReport(actor: Actor, at: Date = now) {
  const { plans } = await deskAt(actor, at);
  const [report] = plans[0]?.periods ?? [];
  if (!report) throw new Error('the desk is empty');
  return report;
}

/** The time left that a report of the desk states when it is rendered. */
export function timeLeftOf({ countdown }: Awaited<ReturnType<typeof onlyReport>>) {
  return countdown && timeLeftAt(countdown, countdown.at);
}
