import type { Support } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { FilingEnd, LateFilingFacts } from '@/lib/domain/deadline/closing';
import type { DueDate } from '@/lib/domain/deadline/due-date';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { EntryContent, EntryForm, Section } from './entry';
import type { StoredEvidence } from './evidence-files';
import type { ReminderTarget } from './reminders';

export const reportStatuses = ['not_started', 'draft', 'awaiting_sign_off', 'filed', 'returned', 'accepted'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** The statuses in which the agency writes, to which a report comes back that waited for the approver. */
export const writingStatuses = ['draft', 'returned'] as const satisfies readonly ReportStatus[];
type WritingStatus = (typeof writingStatuses)[number];

/** The statuses in which a report lies with the division; in all others it lies with the agency. */
export const statusesWithDivision = ['filed', 'accepted'] as const satisfies readonly ReportStatus[];
export type StatusWithDivision = (typeof statusesWithDivision)[number];

/** Says whether a report lies with the division: it was filed, and neither returned nor taken back. */
export function isWithDivision(status: ReportStatus): status is StatusWithDivision {
  return (statusesWithDivision as readonly ReportStatus[]).includes(status);
}

/** A required correction in a task: in one of its sections or, where none is named, in the task as a whole. */
export type ReturnReason = { taskId: string; section: Section | null; text: string };

export type ReportCommand =
  | { name: 'start' | 'request-sign-off' | 'take-back-sign-off' | 'file' | 'withdraw' | 'begin-review' | 'accept' }
  | { name: 'save'; taskIds: readonly string[] }
  | { name: 'send-back' | 'reopen' | 'decline-publication' | 'explain-publication-withdrawal'; reason: string }
  | { name: 'return'; reasons: readonly ReturnReason[]; dueDate: DueDate }
  | { name: 'request-extension' | 'grant-extension'; reason: string; dueDate: DueDate }
  | { name: 'decide-extension'; reason: string; dueDate: DueDate | null }
  | { name: 'take-back-extension' | 'open-late-filing' | 'close-late-filing' }
  | { name: 'add-evidence'; taskId: string; perEntry: number }
  | { name: 'remove-evidence'; evidenceId: string }
  | { name: 'remind-approver' | 'remind-reporter' }
  /** `seen` is the instant up to which its sender knows who was chased, and wants to chase again. */
  | { name: 'chase'; seen: Date | null }
  | { name: 'contribute'; taskId: string; section: Section }
  | { name: 'withdraw-contribution' | 'decide-contribution'; contributionId: string }
  | { name: 'remark'; taskId: string; section: Section | null }
  | { name: 'withdraw-remark'; remarkId: string }
  | { name: 'propose-publication'; taskIds: readonly string[]; sections: readonly Section[]; reason: string }
  | { name: 'publish'; secrecyReviewedOn: CivilDate }
  | { name: 'take-back-publication' | 'withdraw-publication' };

export type CommandName = ReportCommand['name'];

/** A supporting agency's offer for a task, as far as the domain rules need it. */
export type ContributionState = Support & { id: string; isDecided: boolean };

/** A stored report, as far as the domain rules need it. */
export type ReportState = LateFilingFacts & {
  agencyId: string;
  /** The office to which its plan belongs. */
  officeId: string;
  /** The agency has a task in the period. */
  owed: boolean;
  status: ReportStatus;
  /** The status in which the report was when sign-off was requested last. */
  statusBeforeSignOff: WritingStatus;
  /** The reason for which nothing is filed for its period any more; null while reports are owed. */
  filingEnd: FilingEnd | null;
  opensAt: Date;
  /** The closing instant in force (exclusive), or null while the deadline is provisional: it does not close the form. */
  closesAt: Date | null;
  /** The last day in force. */
  dueOn: CivilDate;
  /** Of the first filing; null as long as there was none. */
  timeliness: Timeliness | null;
  signOffRequired: boolean;
  reviewBegun: boolean;
  /** The last day that the pending request for an extension asks for; null where none is pending. */
  requestedDueOn: CivilDate | null;
  published: boolean;
  /** The last acceptance, or null. */
  acceptedAt: Date | null;
  /** The proposal to publish that waits for another account; any later change of the report makes it lapse. */
  proposal: { proposedById: string } | null;
  /** The last publication was withdrawn, and nobody has said why. */
  withdrawalUnexplained: boolean;
  entries: readonly (EntryContent & { taskId: string; evidence?: readonly StoredEvidence[] })[];
  /** The form of its plan. */
  form: EntryForm;
  /** The agencies that support the report's tasks, and their offers so far. */
  support: readonly Support[];
  contributions: readonly ContributionState[];
  /** The instant of the last reminder, in each direction. */
  lastReminded: Record<ReminderTarget, Date | null>;
  /** The instant at which its agency was last chased for it, by the schedule or by hand. */
  chasedAt: Date | null;
};
