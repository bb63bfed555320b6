import { Card } from '@/components/ui/card';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import type { EntryForm } from '@/lib/domain/report/entry';
import { sameText } from '@/lib/domain/report/near-copy';
import type { SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import type { NearCopy } from '@/lib/reports/last-period/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { likenessPercent } from '@/lib/text/likeness-words';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';

type NearCopiesProps = {
  periodCode: PeriodCode;
  nearCopies: readonly NearCopy[];
  entries: readonly SnapshotEntry[];
  form: EntryForm;
};

/** Lists the sections of a report that are nearly the last period's, at the top of the page. */
export function NearCopies({ periodCode, nearCopies, entries, form }: NearCopiesProps) {
  const t = useT();
  const tasks = entries.flatMap(({ taskId, taskCode }) => {
    const copies = nearCopies.filter((copy) => copy.taskId === taskId);
    return copies.length > 0 ? [{ taskCode, copies }] : [];
  });
  if (tasks.length === 0) return null;
  return (
    <Card>
      <h3 className="font-semibold text-warning">
        {t('review.report.nearCopies', { ...rhythmWords(t, rhythmOf(periodCode)), count: nearCopies.length })}
      </h3>
      <ul className="mt-1 grid gap-1 text-sm">
        {tasks.map(({ taskCode, copies }) => (
          <li key={taskCode}>
            <a href={`#task-${taskCode}`} className="link">
              {t('review.report.task', { number: taskNumber(taskCode) })}
            </a>
            {copies.map(({ section, likeness }) => (
              <span key={section} className="ml-3">
                {likeness === sameText
                  ? t('review.report.sameTextOf', { section: fieldLabel(t, form, section) })
                  : t('review.report.nearCopyOf', {
                      section: fieldLabel(t, form, section),
                      percent: likenessPercent(likeness),
                    })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
