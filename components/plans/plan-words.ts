import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import { deadlineWords } from '@/lib/text/deadline-words';
import type { Translate } from '@/lib/text/translator';

/** A plan as the public components need it; the loaders' rows fit. */
export type PublicAgency = { code: string; name: string };
export type PublicTask = {
  code: string;
  position: number;
  text: string;
  leadAgency: PublicAgency;
  supportingAgencies: readonly PublicAgency[];
};
export type PublicPeriod = { code: PeriodCode; dueOn: CivilDate; provisional: boolean; reasons: readonly DayReason[] };
export type PublicPlan = {
  code: string;
  title: string;
  issuer: string;
  issuedOn: CivilDate;
  contactOffice: string;
  deadlineRule: DeadlineRule;
  periods: readonly PublicPeriod[];
  tasks: readonly PublicTask[];
};
export type AgencyOfPlan = PublicAgency & { tasks: PublicTask[] };

/** The plan's rule as a sentence. */
export function ruleSentence(t: Translate, { nthWorkingDay, inclusive, cutoff }: DeadlineRule): string {
  return t(inclusive ? 'public.plan.ruleInclusive' : 'public.plan.ruleExclusive', { nth: nthWorkingDay, cutoff });
}

/** 2020年4月3日（周五）24:00截止 */
export function dueWords(t: Translate, { dueOn }: { dueOn: CivilDate }, rule: DeadlineRule): string {
  return t('public.period.dueTime', { deadline: deadlineWords(dueOn, rule) });
}

/** The agencies of a plan in the order of its annex, each with the tasks that it leads. */
export function agenciesOf(plan: PublicPlan): AgencyOfPlan[] {
  const agencies = new Map<string, AgencyOfPlan>();
  for (const task of plan.tasks) {
    const agency = agencies.get(task.leadAgency.code) ?? { ...task.leadAgency, tasks: [] };
    agencies.set(agency.code, agency);
    agency.tasks.push(task);
  }
  return [...agencies.values()];
}
