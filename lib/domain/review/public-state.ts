import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type PeriodCode } from '@/lib/domain/calendar/period';
import { isOverdue } from '@/lib/domain/report/filing-light';
import type { ReportState } from '@/lib/domain/report/report';

/**
 * The state of a report for the public. It is told whether a report is due, handed in, missing, published or withdrawn;
 * drafts, sign-offs, returns and decisions are steps on the way, which 《中华人民共和国政府信息公开条例》第十六条 keeps inside.
 */
export type PublicState =
  | { kind: 'not_due'; opensOn: CivilDate }
  | { kind: 'open'; dueOn: CivilDate; provisional: boolean }
  | { kind: 'overdue'; dueOn: CivilDate }
  | { kind: 'closed' }
  | { kind: 'under_review' }
  | { kind: 'published' }
  | { kind: 'withdrawn'; on: CivilDate };

type PublicFacts = Pick<ReportState, 'status' | 'filingEnd' | 'opensAt' | 'closesAt' | 'dueOn' | 'published'> & {
  /** When the last publication was withdrawn, if it was. */
  withdrawnAt: Date | null;
};

/**
 * Gives the public state at an instant of the portal's clock. What was handed in counts as under review until something
 * is published, also after it was returned: it is not missing, and its return is between the division and the agency.
 */
export function publicStateOf(report: PublicFacts, now: Date): PublicState {
  const { status, opensAt, closesAt, dueOn, published, withdrawnAt } = report;
  if (published) return { kind: 'published' };
  if (withdrawnAt) return { kind: 'withdrawn', on: civilDateOf(withdrawnAt) };
  if (status === 'filed' || status === 'accepted' || status === 'returned') return { kind: 'under_review' };
  if (report.filingEnd !== null && !isOverdue(report, now)) return { kind: 'closed' };
  if (now < opensAt) return { kind: 'not_due', opensOn: civilDateOf(opensAt) };
  if (isOverdue(report, now)) return { kind: 'overdue', dueOn };
  return { kind: 'open', dueOn, provisional: closesAt === null };
}

/** Gives the next instant at which a state changes by time alone, or null. */
export function nextPublicTurn(report: Pick<PublicFacts, 'opensAt' | 'closesAt'>, now: Date): Date | null {
  const ahead = [report.opensAt, report.closesAt].filter((instant) => instant !== null && instant > now);
  return ahead[0] ?? null;
}

/** Gives the whole seconds until a turn, for which a state may be kept. */
export function secondsUntilTurn(turn: Date | null, now: Date): number {
  return turn ? Math.max(1, Math.ceil((turn.getTime() - now.getTime()) / 1_000)) : Number.POSITIVE_INFINITY;
}

/**
 * Gives the day on which a report was filed where its period had not ended yet, or null: such a report cannot say how
 * the period ended.
 */
export function filedBeforeEnd(periodCode: PeriodCode, filedAt: Date): CivilDate | null {
  const filedOn = civilDateOf(filedAt);
  return filedOn <= lastDayOf(periodCode) ? filedOn : null;
}
