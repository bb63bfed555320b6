import type { SupportedTask } from '@/lib/contributions/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import type { Translate } from '@/lib/text/translator';

/** 2020年4月3日（周五）24:00, marked if provisional. */
export function supportedDueWords(t: Translate, { dueOn, provisional, rule }: SupportedTask): string {
  const deadline = deadlineWords(dueOn, rule);
  return provisional ? t('contributions.provisional', { deadline }) : deadline;
}
