import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { FilingLight } from '@/lib/domain/report/filing-light';
import type { CommandName, ReportStatus } from '@/lib/domain/report/report';
import type { WithdrawalEnd } from '@/lib/domain/report/withdrawal';

type LastDay = { dueOn: CivilDate; closesAt: Date };

/** The facts about a report, beside its text, that the agency's screens show. */
export type ReportFacts = {
  id: string;
  version: number;
  contentVersion: number;
  status: ReportStatus;
  timeliness: Timeliness | null;
  planTitle: string;
  agencyName: string;
  periodCode: PeriodCode;
  opensAt: Date;
  period: LastDay & { provisional: boolean; reasons: DayReason[]; rule: DeadlineRule };
  extended: LastDay | null;
  returned: LastDay | null;
  versions: { number: number; filedAt: Date; receiptNumber: string }[];
};

/** The status of the report at the instant at which the page was rendered. */
export type StatusFacts = {
  now: Date;
  isOpen: boolean;
  dueOn: CivilDate;
  light: FilingLight;
  isOverdue: boolean;
  workingDaysLeft: number;
  commands: CommandName[];
  /** The reason why a filed report can no longer be withdrawn; null where it can, or where nothing is filed. */
  withdrawalEnd: WithdrawalEnd | null;
};

export type ReportWithStatus = ReportFacts & StatusFacts;

export type ExtensionFacts = {
  id: string;
  reason: string;
  proposedOn: CivilDate;
  requestedAt: Date;
  requestedBy: string;
  /** Granted by the division without a request. */
  unrequested: boolean;
  outcome: 'granted' | 'shortened' | 'refused' | null;
  grantedDueOn: CivilDate | null;
  decisionNote: string;
};
