import { type Section, sections } from '@/lib/domain/report/entry';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';

/** The subject of a reason: the task as a whole (null) or one of its sections. */
export const reasonSubjects: readonly (Section | null)[] = [null, ...sections];

/** Gives the field name of a reason in the return form's list: tasks in order, in each the whole task first. */
export function reasonName(taskIndex: number, section: Section | null): string {
  return `reasons[${taskIndex * reasonSubjects.length + reasonSubjects.indexOf(section)}]`;
}

export function reasonId(taskCode: string, section: Section | null): string {
  return section ? `reason-${taskCode}-${section}` : `reason-${taskCode}`;
}

export function reasonLabel(t: Translate, code: string, section: Section | null): string {
  const number = taskNumber(code);
  return section
    ? t('review.decision.reasonOfSection', { number, section: t(`fields.${section}`) })
    : t('review.decision.reasonOf', { number });
}
