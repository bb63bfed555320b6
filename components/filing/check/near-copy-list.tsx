import { NoticeBox } from '@/components/ui/notice-box';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';
import { FieldLinks } from './field-links';

/** The sections that are nearly the last period's, so that nobody files an old text unawares. */
export function NearCopyList({ report }: { report: CheckedReport }) {
  const t = useT();
  const notes = report.entries.flatMap(({ taskCode, nearCopies }) =>
    nearCopies.map(({ section, likeness }) => ({
      taskCode,
      field: section,
      note: t('autosave.nearCopy', { percent: Math.round(likeness * 100) }),
    })),
  );
  if (notes.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.check.nearCopies', { count: notes.length })}>
      <FieldLinks reportId={report.id} notes={notes} />
    </NoticeBox>
  );
}
