import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Deadline } from '@/lib/domain/deadline/deadline';

/** The content of a draft, as far as it decides whether the plan can be issued. */
export type ReadinessFacts = {
  tasks: number;
  /** The codes of tasks that no agency leads. */
  leaderless: readonly string[];
  /** Groups of agencies that the notice names and nobody has resolved to members. */
  unresolvedGroups: readonly string[];
  /** Lead agencies of which nobody can sign in. */
  withoutOfficers: readonly string[];
  /** The deadlines that the plan would have. */
  deadlines: readonly Pick<Deadline, 'periodCode' | 'closesAt' | 'provisional'>[];
};

/** A reason that speaks against issuing a plan, or is to be considered before. */
export type PlanFinding =
  | { code: 'no-tasks' }
  | { code: 'tasks-without-lead'; tasks: readonly string[] }
  | { code: 'groups-unresolved'; groups: readonly string[] }
  | { code: 'no-periods' }
  | { code: 'periods-past'; periods: readonly PeriodCode[] }
  | { code: 'deadlines-provisional'; periods: readonly PeriodCode[] }
  | { code: 'agencies-without-officers'; agencies: readonly string[] };

const warnings: readonly PlanFinding['code'][] = ['periods-past', 'deadlines-provisional', 'agencies-without-officers'];

/** Says whether a plan can be issued in spite of a finding: an agency would only have to be told, or a date comes later. */
export function isWarning({ code }: PlanFinding): boolean {
  return warnings.includes(code);
}

/** Lists what speaks against issuing a plan at an instant, and after that what is to be considered. */
export function planFindings(facts: ReadinessFacts, now: Date): PlanFinding[] {
  const { tasks, leaderless, unresolvedGroups, withoutOfficers, deadlines } = facts;
  const codesWhere = (test: (deadline: ReadinessFacts['deadlines'][number]) => boolean) =>
    deadlines.filter(test).map(({ periodCode }) => periodCode);
  const past = codesWhere(({ closesAt, provisional }) => !provisional && closesAt <= now);
  const provisional = codesWhere((deadline) => deadline.provisional);
  const findings: (PlanFinding | false)[] = [
    tasks === 0 && { code: 'no-tasks' },
    leaderless.length > 0 && { code: 'tasks-without-lead', tasks: leaderless },
    unresolvedGroups.length > 0 && { code: 'groups-unresolved', groups: unresolvedGroups },
    deadlines.length === 0 && { code: 'no-periods' },
    past.length > 0 && { code: 'periods-past', periods: past },
    provisional.length > 0 && { code: 'deadlines-provisional', periods: provisional },
    withoutOfficers.length > 0 && { code: 'agencies-without-officers', agencies: withoutOfficers },
  ];
  return findings.filter((finding) => finding !== false);
}
