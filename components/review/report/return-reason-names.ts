import { type Section, sections } from '@/lib/domain/report/completeness';
import { t } from '@/lib/text/translator';

/** What a reason is about: the task as a whole (null) or one of its sections. */
export const reasonSubjects: readonly (Section | null)[] = [null, ...sections];

/** Where a reason stands in the return form's list: the tasks in order, each with the whole first. */
export function reasonName(taskIndex: number, section: Section | null): string {
  return `reasons[${taskIndex * reasonSubjects.length + reasonSubjects.indexOf(section)}]`;
}

export function reasonId(taskCode: string, section: Section | null): string {
  return section ? `reason-${taskCode}-${section}` : `reason-${taskCode}`;
}

export function reasonLabel(code: string, section: Section | null): string {
  return section
    ? t('review.decision.reasonOfSection', { code, section: t(`sections.${section}`) })
    : t('review.decision.reasonOf', { code });
}
