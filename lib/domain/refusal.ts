import type { Arrangement } from '@/lib/domain/calendar/arrangement';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { CalendarMove } from '@/lib/domain/deadline/calendar-move';
import type { FilingEnd } from '@/lib/domain/deadline/closing';
import type { HeadField, PlanProblemCode } from '@/lib/domain/plan/plan-import';
import type { PlanStatus } from '@/lib/domain/plan/plan-status';
import type { MissingPart } from '@/lib/domain/report/completeness';
import type { Contradiction } from '@/lib/domain/report/contradictions';
import type { UnsafeContent } from '@/lib/domain/report/evidence-content';
import type { EvidenceKind } from '@/lib/domain/report/evidence-files';
import type { FieldConflict } from '@/lib/domain/report/field-save';
import type { CommandName, ReportStatus } from '@/lib/domain/report/report';

/** The reason for which the portal refuses a request. The message catalogue has one sentence per code. */
export type Refusal =
  | { code: 'signed-out' }
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'wrong-status'; status: ReportStatus; command: CommandName }
  | { code: 'plan-wrong-status'; status: PlanStatus }
  | { code: 'plan-code-taken' }
  | { code: 'period-wrong-state' }
  | { code: 'period-begun'; count: number }
  | { code: 'period-has-filings'; count: number }
  | { code: 'opens-after-deadline'; opensOn: CivilDate; dueOn: CivilDate }
  | { code: 'form-in-use' }
  | { code: 'plan-not-ready'; count: number }
  /** Closing a plan has to be confirmed; with the reports that would stay open. */
  | { code: 'plan-closing'; open: readonly { agencyName: string; periodCode: PeriodCode }[] }
  | { code: 'stale' }
  | { code: 'fields-stale'; conflicts: FieldConflict[] }
  | { code: 'period-not-open'; opensAt: Date }
  | { code: 'deadline-passed'; dueOn: CivilDate; closesAt: Date; now: Date }
  | { code: 'closed-meanwhile' }
  | { code: 'filing-ended'; end: FilingEnd }
  | { code: 'late-filing-by-plan' }
  | { code: 'incomplete'; missing: MissingPart[] }
  | { code: 'contradictory'; contradictions: Contradiction[] }
  | { code: 'sign-off-required' }
  | { code: 'sign-off-not-used' }
  | { code: 'review-begun' }
  | { code: 'reason-required' }
  | { code: 'due-date-not-ahead'; on: CivilDate }
  | { code: 'due-date-not-a-working-day'; on: CivilDate }
  | { code: 'due-date-not-later'; on: CivilDate; dueOn: CivilDate }
  | { code: 'return-ends-before-deadline'; on: CivilDate; dueOn: CivilDate }
  | { code: 'extension-pending' }
  | { code: 'no-extension-pending' }
  | { code: 'nothing-chosen' }
  | { code: 'no-report-chosen' }
  | { code: 'secrecy-review-outside'; from: CivilDate; to: CivilDate }
  | { code: 'no-proposal' }
  | { code: 'own-proposal' }
  | { code: 'proposal-of-another' }
  | { code: 'not-published' }
  | { code: 'withdrawal-explained' }
  | { code: 'refused-for-one'; agency: string; periodCode: PeriodCode; refusal: Refusal }
  | { code: 'reminded-lately'; from: Date }
  | { code: 'chased-today'; at: Date }
  /** Chasing all of them has to be confirmed; without those that were chased today, unless they are meant too. */
  | { code: 'chasing-all'; reports: readonly { id: string; agencyName: string }[]; skipped: number }
  /** The reading of the pasted text, to be confirmed by its name, with the deadlines that would move then. */
  | { code: 'arrangement-read'; arrangement: Arrangement; name: string; moves: readonly CalendarMove[] }
  | { code: 'makeup-not-weekend' }
  | { code: 'calendar-day-same' }
  | { code: 'calendar-year-too-far' }
  | { code: 'contributions-closed' }
  | { code: 'contribution-decided' }
  | { code: 'stands-in-for-himself' }
  | { code: 'leave-ends-before-it-begins' }
  | { code: 'leave-meets-another' }
  | { code: 'deputy-needs-another-officer' }
  | { code: 'deputy-ends-before-it-begins' }
  | { code: 'deputy-meets-another' }
  | { code: 'sign-off-under-way' }
  | { code: 'officers-changed' }
  | { code: 'last-approver' }
  | { code: 'last-officer' }
  | { code: 'own-role-to-new-officer' }
  | { code: 'not-a-demonstration' }
  | { code: 'no-task-left' }
  | { code: 'agency-name-unknown'; name: string }
  | { code: 'task-ended' }
  | { code: 'task-unchanged' }
  | { code: 'task-without-text' }
  | { code: 'task-without-lead' }
  | { code: 'task-alone' }
  | { code: 'amendment-period-over' }
  | { code: 'amendment-before-another'; periodCode: PeriodCode }
  | { code: 'account-exists'; userName: string }
  | { code: 'agency-unknown'; agencyCode: string }
  | { code: 'office-unknown'; officeCode: string }
  | { code: 'office-required'; officeCodes: readonly string[] }
  | { code: 'role-has-no-office' }
  | { code: 'office-exists' }
  | { code: 'office-without-coordinator' }
  | { code: 'agency-name-taken'; name: string; agency: string }
  | { code: 'agency-code-taken'; agency: string }
  | { code: 'credit-code-taken'; agency: string }
  | { code: 'agency-circle'; agency: string }
  | { code: 'agency-abolished'; agency: string }
  | { code: 'agency-change-ahead' }
  | { code: 'successor-missing' }
  | { code: 'register-file-wrong'; count: number }
  | { code: 'register-changed' }
  | { code: 'agency-number-twice'; number: string }
  | { code: 'roles-exclude-each-other' }
  | { code: 'role-needs-agency' }
  | { code: 'wrong-password' }
  | { code: 'sign-in-locked'; minutes: number }
  | { code: 'sign-in-busy' }
  | { code: 'not-locked' }
  | { code: 'password-too-weak'; length: number }
  | { code: 'evidence-kind-not-taken'; kinds: readonly EvidenceKind[] }
  | { code: 'evidence-empty' }
  | { code: 'evidence-too-large'; bytes: number }
  | { code: 'evidence-type-differs'; kind: EvidenceKind }
  | { code: 'evidence-full'; perEntry: number }
  | { code: 'evidence-infected' }
  /** `part` is the part of the document in which the content was found, or ''. */
  | { code: 'evidence-unsafe'; content: UnsafeContent['kind']; part: string }
  | { code: 'evidence-disk-full' }
  | { code: 'evidence-interrupted' }
  | { code: 'webhook-not-allowed'; hosts: readonly string[] }
  | { code: 'channel-address-missing' }
  | { code: 'receipt-file-unreadable' }
  | { code: 'receipt-file-content-changed' }
  | { code: 'receipt-file-receipt-changed' }
  | { code: 'receipt-file-rewritten' }
  | { code: 'receipt-file-unknown' }
  | { code: 'look-ups-limited'; minutes: number }
  | { code: 'import-not-open' }
  /** Somebody else changed the same place of a file first. */
  | { code: 'import-changed'; theirs: string; yours: string }
  | { code: 'import-unfinished'; problems: number; units: number }
  | { code: 'import-head-missing'; fields: readonly HeadField[] }
  | { code: 'import-plan-taken'; planCode: string }
  | { code: 'import-agency-unknown'; name: string }
  | { code: 'plan-file-unreadable'; problem: PlanProblemCode; values: Record<string, string | number> }
  | { code: 'channel-not-offered' };

export type RefusalCode = Refusal['code'];

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Gives the result of a granted request. */
export function accepted<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Gives the result of a refused request. */
export function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
