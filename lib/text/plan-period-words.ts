import type { PeriodCode } from '@/lib/domain/calendar/period';
import { formatPeriod } from './format';
import type { Translate } from './translator';

/** A period of a plan; `isOneOfSeveral` says that whoever reads of it has other plans beside it. */
export type PlanPeriodName = { periodCode: PeriodCode; planTitle: string; isOneOfSeveral: boolean };

/** Characters of a plan's title within the subject of a message. */
const mostCharacters = 40;

/** 2020年第一季度, or beside other plans 《……任务分工》2020年第一季度, because two plans can have a period of one name. */
export function planPeriodWords(t: Translate, { periodCode, planTitle, isOneOfSeveral }: PlanPeriodName): string {
  const period = formatPeriod(periodCode);
  if (!isOneOfSeveral) return period;
  const characters = [...planTitle];
  const plan = characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}……` : planTitle;
  return `${t('layout.planTitle', { plan })}${period}`;
}
