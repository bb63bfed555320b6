import { type EntryForm, type Section, sectionsOf } from '@/lib/domain/report/entry';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';

/** The subject of a reason: the task as a whole (null) or one of its sections. */
export function reasonSubjects(form: EntryForm): readonly (Section | null)[] {
  return [null, ...sectionsOf(form)];
}

/** Gives the field name of a reason in the return form's list: tasks in order, in each the whole task first. */
export function reasonName(form: EntryForm, taskIndex: number, section: Section | null): string {
  const subjects = reasonSubjects(form);
  return `reasons[${taskIndex * subjects.length + subjects.indexOf(section)}]`;
}

export function reasonId(taskCode: string, section: Section | null): string {
  return section ? `reason-${taskCode}-${section}` : `reason-${taskCode}`;
}

export function reasonLabel(t: Translate, form: EntryForm, code: string, section: Section | null): string {
  const number = taskNumber(code);
  return section
    ? t('review.decision.reasonOfSection', { number, section: fieldLabel(t, form, section) })
    : t('review.decision.reasonOf', { number });
}
