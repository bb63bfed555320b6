import { NoticeBox } from '@/components/ui/notice-box';
import { formOfBoth } from '@/lib/domain/report/entry';
import { changedParts, type EntryPart } from '@/lib/domain/report/entry-difference';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';
import { FieldLinks } from './field-links';

/** The parts of each task that differ from the returned version. */
function changesOf({ entries, form, earlier }: CheckedReport): ReadonlyMap<string, readonly EntryPart[]> {
  return new Map(
    entries.map((entry) => {
      const before = earlier?.entries.find(({ taskId }) => taskId === entry.taskId);
      return [entry.taskId, before && earlier ? changedParts(before, entry, formOfBoth(earlier.form, form)) : []];
    }),
  );
}

/** The division's opinions on a returned report, each with the word whether anything was changed there since. */
export function OpenOpinions({ report }: { report: CheckedReport }) {
  const t = useT();
  const { returnedBy, entries } = report;
  if (!returnedBy) return null;
  const changes = changesOf(report);
  const isUnchanged = [...changes.values()].every((parts) => parts.length === 0);
  const notes = returnedBy.comments.map(({ taskId, section, text }) => {
    const parts = changes.get(taskId) ?? [];
    const isChanged = section ? parts.includes(section) : parts.length > 0;
    const mark = t(isChanged ? 'filing.opinions.changed' : 'filing.opinions.unchanged');
    return {
      taskCode: entries.find((entry) => entry.taskId === taskId)?.taskCode ?? '',
      field: section,
      note: (
        <>
          {text}
          <strong className={`ml-2 font-semibold ${isChanged ? 'text-success' : 'text-danger'}`}>{mark}</strong>
        </>
      ),
    };
  });
  return (
    <>
      {isUnchanged && (
        <NoticeBox tone="danger" title={t('filing.opinions.nothingChanged', { number: returnedBy.version })}>
          <p>{t('filing.opinions.nothingChangedHint')}</p>
        </NoticeBox>
      )}
      <NoticeBox
        tone="warning"
        title={t('filing.opinions.of', {
          number: returnedBy.version,
          by: returnedBy.by,
          at: formatInstant(returnedBy.decidedAt),
        })}
      >
        <FieldLinks report={report} notes={notes} />
      </NoticeBox>
    </>
  );
}
