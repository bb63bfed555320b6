import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { Section } from '@/lib/domain/report/entry';
import type { FilingLight } from '@/lib/domain/report/filing-light';
import type { ReportStatus } from '@/lib/domain/report/report';

/** A report as lists show it. */
export type ListedReport = {
  id: string;
  periodCode: PeriodCode;
  agencyName: string;
  /** The account that reads the agency's reports today. */
  reader: string | null;
  status: ReportStatus;
  light: FilingLight;
  /** Its period has begun. */
  open: boolean;
  opensAt: Date;
  dueOn: CivilDate;
  /** Null while the last day is provisional. */
  closesAt: Date | null;
  timeliness: Timeliness | null;
  filedVersions: number;
  filedAt: Date | null;
  reviewBegun: boolean;
  published: boolean;
  extensionPending: boolean;
};

/** A task's entry of the period before. */
export type LastPeriod = Record<Section, string> & { taskId: string; periodCode: PeriodCode };
