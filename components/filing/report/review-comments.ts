import type { Section } from '@/lib/domain/report/completeness';

/** What the division wrote when it returned the report: of one section, or of the task as a whole. */
export type ReviewComment = { taskId: string; section: Section | null; text: string };

/** The comments on one task: the one on the whole, and those on its sections. */
export function commentsOn(comments: readonly ReviewComment[], taskId: string) {
  const own = comments.filter((comment) => comment.taskId === taskId);
  const onSections: Partial<Record<Section, string>> = Object.fromEntries(
    own.flatMap(({ section, text }) => (section ? [[section, text]] : [])),
  );
  return { comment: own.find(({ section }) => section === null)?.text ?? null, sectionComments: onSections };
}
