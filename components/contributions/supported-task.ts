import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import { deadlineWords } from '@/lib/text/deadline-words';
import type { Translate } from '@/lib/text/translator';
import type { OwnOffer } from './own-contributions';

/** A task of the lead agency in one period, as a supporting agency's screens show it. */
export type SupportedTask = {
  reportId: string;
  taskId: string;
  taskCode: string;
  taskText: string;
  leadAgency: string;
  periodCode: PeriodCode;
  dueOn: CivilDate;
  provisional: boolean;
  rule: DeadlineRule;
  isOpen: boolean;
  contributions: readonly OwnOffer[];
};

/** 2020年4月3日（周五）24:00, marked if provisional. */
export function supportedDueWords(t: Translate, { dueOn, provisional, rule }: SupportedTask): string {
  const deadline = deadlineWords(dueOn, rule);
  return provisional ? t('contributions.provisional', { deadline }) : deadline;
}
