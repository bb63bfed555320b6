import { NoticeBox } from '@/components/ui/notice-box';
import { contradictionsOf } from '@/lib/domain/report/contradictions';
import { fieldLabel } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';
import { FieldLinks } from './field-links';

/** All contradictions of the report, task by task, each with a link to its field. */
export function ContradictionList({ report }: { report: CheckedReport }) {
  const t = useT();
  const notes = report.entries.flatMap(({ taskCode, ...entry }) =>
    contradictionsOf(entry, report.form).map(({ section, tick, kind }) => ({
      taskCode,
      field: section,
      note: t(`filing.contradiction.${kind}`, { tick: fieldLabel(t, report.form, tick) }),
    })),
  );
  if (notes.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.contradiction.title', { count: notes.length })}>
      <FieldLinks report={report} notes={notes} />
    </NoticeBox>
  );
}
