import type { ExtensionFacts, ReportWithStatus } from '@/components/reports/report-facts';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { TimeLeft } from '@/lib/domain/deadline/time-left';
import type { EntryField, ProgressLight, Section } from '@/lib/domain/report/entry';

export type DeskTask = { id: string; code: string; text: string; light: ProgressLight | null; missing: EntryField[] };

export type PassedOn = { at: Date; by: string; reason: string };

export type Returned = {
  at: Date;
  by: string;
  comments: { taskId: string; section: Section | null; text: string }[];
  dueOn: CivilDate;
  timeLeft: TimeLeft;
};

export type DeskExtension = ExtensionFacts & { decidedAt: Date | null };

/** One report as the desk shows it. */
export type DeskReport = ReportWithStatus & {
  /** Null once the report is with the division, because no time is running. */
  timeLeft: TimeLeft | null;
  /** The last day in force lies in a year whose arrangement is not published yet. */
  isProvisional: boolean;
  tasks: DeskTask[];
  returnedBy: Returned | null;
  sentBack: PassedOn | null;
  signOffRequested: PassedOn | null;
  accepted: { at: Date; by: string } | null;
  reviewBegun: boolean;
  published: boolean;
  signOffRequired: boolean;
  extension: DeskExtension | null;
};

export type DeskPlan = {
  code: string;
  title: string;
  waiting: DeskReport[];
  handedIn: DeskReport[];
  later: DeskReport[];
  periods: DeskReport[];
};

export type Officers = { reporters: string[]; approvers: string[] };
