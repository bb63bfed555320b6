import { NoticeBox } from '@/components/ui/notice-box';
import { WrittenText } from '@/components/ui/written-text';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { SavedField } from '@/lib/domain/report/field-save';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

export type SentBackBefore = {
  at: Date;
  by: string;
  reason: string;
  savedSince: readonly { taskId: string; field: SavedField }[];
};

type SentBackBeforeProps = {
  sentBack: SentBackBefore;
  tasks: readonly { taskId: string; taskCode: string }[];
  form: EntryForm;
};

/** For the approver who reads a report again: the own earlier reason, and the fields that were changed since. */
export function SentBackBeforeNotice({ sentBack, tasks, form }: SentBackBeforeProps) {
  const t = useT();
  const { savedSince } = sentBack;
  const fieldOf = ({ taskId, field }: SentBackBefore['savedSince'][number]) =>
    t('filing.taskField', {
      number: taskNumber(tasks.find((task) => task.taskId === taskId)?.taskCode ?? ''),
      field: fieldLabel(t, form, field),
    });
  return (
    <NoticeBox tone="info" title={t('filing.signOff.earlier', { by: sentBack.by, at: formatInstant(sentBack.at) })}>
      <WrittenText text={sentBack.reason} />
      <p className="mt-2 font-medium">
        {t(savedSince.length > 0 ? 'filing.signOff.changed' : 'filing.signOff.unchanged')}
      </p>
      {savedSince.length > 0 && (
        <ul className="list-disc pl-5">
          {savedSince.map((saved) => (
            <li key={`${saved.taskId}-${saved.field}`}>{fieldOf(saved)}</li>
          ))}
        </ul>
      )}
    </NoticeBox>
  );
}
