import { NoticeBox } from '@/components/ui/notice-box';
import { rhythmOf } from '@/lib/domain/calendar/period';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';
import { FieldLinks } from './field-links';

/** The sections that are nearly the last period's, so that nobody files an old text unawares. */
export function NearCopyList({ report }: { report: CheckedReport }) {
  const t = useT();
  const words = rhythmWords(t, rhythmOf(report.periodCode));
  const notes = report.entries.flatMap(({ taskCode, nearCopies }) =>
    nearCopies.map(({ section, likeness }) => ({
      taskCode,
      field: section,
      note: t('autosave.nearCopy', { ...words, percent: Math.round(likeness * 100) }),
    })),
  );
  if (notes.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.check.nearCopies', { ...words, count: notes.length })}>
      <FieldLinks report={report} notes={notes} />
    </NoticeBox>
  );
}
