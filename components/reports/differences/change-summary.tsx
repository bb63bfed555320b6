import { NoticeBox } from '@/components/ui/notice-box';
import { type EntryForm, formOfBoth } from '@/lib/domain/report/entry';
import { type ComparedEntry, pairEntries } from '@/lib/domain/report/entry-difference';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { partWords } from './part-words';

type Entry = ComparedEntry & { taskId: string; taskCode: string };
type ChangeSummaryProps = {
  earlier: { number: number; form: EntryForm; entries: readonly Entry[] };
  entries: readonly Entry[];
  form: EntryForm;
};

/** Names the tasks and sections in which a report differs from an earlier filed version. */
export function ChangeSummary({ earlier, entries, form: later }: ChangeSummaryProps) {
  const t = useT();
  const form = formOfBoth(earlier.form, later);
  const tasks = pairEntries<Entry>(earlier.entries, entries, form)
    .map(({ before, after, changed }) => ({ number: taskNumber((after ?? before)?.taskCode ?? ''), changed }))
    .filter(({ changed }) => changed.length > 0);
  if (tasks.length === 0)
    return <NoticeBox tone="info">{t('differences.summary.none', { number: earlier.number })}</NoticeBox>;
  return (
    <NoticeBox tone="info" title={t('differences.summary.title', { number: earlier.number })}>
      <ul>
        {tasks.map(({ number, changed }) => (
          <li key={number}>
            {t('filing.task', { number })}：{changed.map((part) => partWords(t, form, part)).join('、')}
          </li>
        ))}
      </ul>
    </NoticeBox>
  );
}
