import { type CivilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import type { FilingEnd } from '@/lib/domain/deadline/closing';
import type { DueDate } from '@/lib/domain/deadline/due-date';
import type { Refusal } from '@/lib/domain/refusal';

/** A stored period, as far as the decision on an act of the coordinator needs it. */
export type PeriodState = {
  end: FilingEnd | null;
  opensAt: Date;
  dueOn: CivilDate;
  /** Null while the deadline is provisional. */
  closesAt: Date | null;
  /** The numbers of its reports that were begun, and that were ever filed. */
  begun: number;
  filed: number;
};

/** An act of the coordinator on one period of an issued plan. */
export type PeriodCommand =
  | { name: 'open-period'; opensOn: CivilDate }
  | { name: 'move-deadline'; dueDate: DueDate }
  | { name: 'close-period' | 'reopen-period' | 'skip-period' | 'resume-period' };

/** The acts of each state of a period; what is absent is refused. */
const acts: Record<'open' | FilingEnd, readonly PeriodCommand['name'][]> = {
  open: ['open-period', 'move-deadline', 'close-period', 'skip-period'],
  closed: ['reopen-period'],
  skipped: ['resume-period'],
};

/** Lists the acts that the state of a period allows, which are those to offer. */
export const periodActs = ({ end }: Pick<PeriodState, 'end'>) => acts[end ?? 'open'];

/** Nobody who has begun loses the time to go on writing, and a period does not begin after its last day. */
function refuseOpening({ opensAt, dueOn, begun }: PeriodState, opensOn: CivilDate, now: Date): Refusal | null {
  if (opensOn > dueOn) return { code: 'opens-after-deadline', opensOn, dueOn };
  return startOfDay(opensOn) > now && opensAt <= now && begun > 0 ? { code: 'period-begun', count: begun } : null;
}

/** As for an extension: a working day that has not closed yet; and none before the first day. */
function refuseMove({ opensAt }: PeriodState, { on, closesAt, isWorkingDay }: DueDate, now: Date): Refusal | null {
  if (closesAt <= now || closesAt <= opensAt) return { code: 'due-date-not-ahead', on };
  return isWorkingDay ? null : { code: 'due-date-not-a-working-day', on };
}

/**
 * Decides an act on a period of an issued plan. Gives the first refusal of: `period-wrong-state` for an act that its state
 * does not allow, then what the act itself requires; null where it is granted. A period is skipped only as long as nothing
 * was filed for it, and only until its last day is it taken up again: otherwise every agency would be late at once.
 */
export function refusePeriodAct(period: PeriodState, command: PeriodCommand, now: Date): Refusal | null {
  if (!periodActs(period).includes(command.name)) return { code: 'period-wrong-state' };
  switch (command.name) {
    case 'open-period':
      return refuseOpening(period, command.opensOn, now);
    case 'move-deadline':
      return refuseMove(period, command.dueDate, now);
    case 'skip-period':
      return period.filed > 0 ? { code: 'period-has-filings', count: period.filed } : null;
    case 'resume-period':
      return period.closesAt !== null && period.closesAt <= now
        ? { code: 'due-date-not-ahead', on: period.dueOn }
        : null;
    default:
      return null;
  }
}
