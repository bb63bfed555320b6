import type { Section } from '@/lib/domain/report/entry';
import type { DraftEntry } from '@/lib/summaries/loaders';
import { useT } from '@/lib/text/use-division-t';

/** The division's open internal remarks on a section of a task, or (null) on the task as a whole; no document has them. */
export function OpenRemarks({ entry, section }: { entry: DraftEntry; section: Section | null }) {
  const t = useT();
  const own = entry.remarks.filter((remark) => remark.section === section);
  return own.map(({ text, by }) => (
    <p
      key={text}
      className="max-w-text border-l-4 border-warning-line bg-warning-soft px-3 py-1 text-sm whitespace-pre-line"
    >
      <strong className="font-semibold text-warning">{t('summaries.passage.remark', { by })}</strong>
      {text}
    </p>
  ));
}
