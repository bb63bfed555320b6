import type { Section } from '@/lib/domain/report/entry';

/** A comment of the division from its return of the report: on one section, or on the task as a whole. */
export type ReviewComment = { taskId: string; section: Section | null; text: string };

/** Gives the comments on one task: the one on the whole, and those on its sections. */
export function commentsOn(comments: readonly ReviewComment[], taskId: string) {
  const own = comments.filter((comment) => comment.taskId === taskId);
  const onSections: Partial<Record<Section, string>> = Object.fromEntries(
    own.flatMap(({ section, text }) => (section ? [[section, text]] : [])),
  );
  return { comment: own.find(({ section }) => section === null)?.text ?? null, sectionComments: onSections };
}
