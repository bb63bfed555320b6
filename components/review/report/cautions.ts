import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import { openInternalRemarks, type Remark } from '@/lib/domain/review/remarks';
import type { NearCopy } from '@/lib/reports/last-period/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';

type Cautioned = {
  periodCode: PeriodCode;
  /** The number of the latest version. */
  version: number;
  form: EntryForm;
  entries: readonly SnapshotEntry[];
  nearCopies: readonly NearCopy[];
  remarks: readonly Remark[];
};

/** Gives what speaks against accepting a report in sentences: copies of the last period, open internal remarks. */
export function cautionsOf(t: Translate, cautioned: Cautioned): string[] {
  const { periodCode, version, form, entries, nearCopies, remarks } = cautioned;
  const codeOf = (taskId: string) => entries.find((entry) => entry.taskId === taskId)?.taskCode ?? '';
  const ofRemarks = openInternalRemarks(remarks, version).map(({ taskId, section, text }) =>
    t('review.decision.cautionRemark', {
      number: taskNumber(codeOf(taskId)),
      section: section ? t('review.decision.cautionRemarkOf', { section: fieldLabel(t, form, section) }) : '',
      text,
    }),
  );
  const { length: count } = nearCopies;
  const words = rhythmWords(t, rhythmOf(periodCode));
  return [...(count > 0 ? [t('review.decision.cautionNearCopies', { ...words, count })] : []), ...ofRemarks];
}
