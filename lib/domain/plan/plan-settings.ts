import { addDays, type CivilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodAt, periodsBetween, type Rhythm } from '@/lib/domain/calendar/period';
import type { AfterClosing } from '@/lib/domain/deadline/closing';

/** Which of a task's lead agencies report on it. */
export const leadsReportings = ['each', 'first'] as const;
type LeadsReporting = (typeof leadsReportings)[number];

/** All that a coordinator says of a plan beside its tasks, form and rule. */
export type PlanSettings = {
  code: string;
  title: string;
  officeId: string;
  issuer: string;
  documentNumber: string;
  /** The notice's paragraphs without its title, issuer, date and annex, one a line; empty where the plan has none. */
  noticeText: string;
  issuedOn: CivilDate;
  contactOffice: string;
  contactPerson: string;
  contactPhone: string;
  firstOn: CivilDate;
  lastOn: CivilDate;
  rhythm: Rhythm;
  /** The first period for which a report is owed; null for the one in which `firstOn` lies. */
  firstPeriod: PeriodCode | null;
  leadsReporting: LeadsReporting;
  afterClosing: AfterClosing;
};

/** Most characters in the code of a plan, which stands in addresses and in the codes of its tasks. */
const planCodeLength = 24;

/** Words that are addresses of the desk of plans, and so no codes. */
const reservedCodes: readonly string[] = ['new', 'imports', 'offices'];

/**
 * Says whether a text can be the code of a new plan: letters, digits and hyphens, the first of them no hyphen, and no
 * address of the desk of plans.
 */
export function isPlanCode(text: string): boolean {
  return text.length <= planCodeLength && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text) && !reservedCodes.includes(text);
}

/** Most characters in the single lines of a plan; the columns of Plan have the same limits. */
export const planLineLimits = {
  title: 200,
  documentNumber: 100,
  issuer: 100,
  contactOffice: 100,
  contactPerson: 50,
  contactPhone: 50,
} as const;

/** Most characters in the text of a plan's notice. */
export const noticeTextLimit = 20_000;

/** Most periods of one plan: ten years by months. */
export const mostPeriods = 120;

/** Gives the periods for which reports are owed, from the first that counts until the one in which the last day lies. */
export function countedPeriods(
  plan: Pick<PlanSettings, 'firstOn' | 'lastOn' | 'rhythm' | 'firstPeriod'>,
): PeriodCode[] {
  if (plan.firstOn > plan.lastOn) return [];
  const first = plan.firstPeriod ?? periodAt(plan.rhythm, plan.firstOn);
  return periodsBetween(plan.rhythm, plan.firstOn, plan.lastOn).filter((code) => code >= first);
}

/** A date so many years later; 29 February becomes 28 February where that year has none. */
export function yearsLater(date: CivilDate, years: number): CivilDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return parseCivilDate(moved) ?? (`${moved.slice(0, 8)}28` as CivilDate);
}

/** A text in which every year of a plan is so many years later: 2026 becomes 2027, and 12026 stays. */
export function textYearsLater(text: string, ofPlan: { firstYear: number; lastYear: number }, years: number): string {
  return text.replace(/(?<!\d)\d{4}(?!\d)/g, (year) =>
    Number(year) >= ofPlan.firstYear && Number(year) <= ofPlan.lastYear ? String(Number(year) + years) : year,
  );
}

/** The years over which a plan goes, and by how many its successor lies later: 1 for a plan of one year. */
export function yearsOf({ firstOn, lastOn }: Pick<PlanSettings, 'firstOn' | 'lastOn'>) {
  const [firstYear, lastYear] = [Number(firstOn.slice(0, 4)), Number(lastOn.slice(0, 4))];
  return { firstYear, lastYear, step: lastYear - firstYear + 1 };
}

/**
 * Proposes the settings of the plan that follows one: dates, title and code one plan later, the same of the notice's text and
 * document number, and every period counting that the dates have.
 */
export function nextSettings(plan: PlanSettings): PlanSettings {
  const { step, ...years } = yearsOf(plan);
  const later = (text: string) => textYearsLater(text, years, step);
  const code = later(plan.code);
  return {
    ...plan,
    code: code === plan.code ? '' : code,
    title: later(plan.title),
    documentNumber: later(plan.documentNumber),
    noticeText: later(plan.noticeText),
    issuedOn: yearsLater(plan.issuedOn, step),
    firstOn: yearsLater(plan.firstOn, step),
    lastOn: lastDayLater(plan.lastOn, step),
    firstPeriod: null,
  };
}

/** The last day of February stays the last one, whether that is the 28th or the 29th. */
function lastDayLater(date: CivilDate, years: number): CivilDate {
  const next = addDays(date, 1);
  return next.endsWith('-03-01') ? addDays(yearsLater(next, years), -1) : yearsLater(date, years);
}
