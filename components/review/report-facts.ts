import type { CivilDate } from '@/lib/domain/civil-date';
import type { Section } from '@/lib/domain/completeness';
import type { FilingLight } from '@/lib/domain/filing-light';
import type { Quarter } from '@/lib/domain/quarter';
import type { ReportStatus } from '@/lib/domain/report';
import type { Timeliness } from '@/lib/domain/timeliness';

/** A report as lists show it. */
export type ListedReport = {
  id: string;
  quarter: Quarter;
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

/** The report that a form is about, with its version on the screen. */
export type ReportVersion = {
  id: string;
  version: number;
  /** The list from which it was opened, which the address keeps after the step. */
  list?: string;
};

/** A task's entry of the quarter before. */
export type LastQuarter = Record<Section, string> & { taskId: string; quarter: Quarter };
