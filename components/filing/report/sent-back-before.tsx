import { NoticeBox } from '@/components/ui/notice-box';
import { WrittenText } from '@/components/ui/written-text';
import type { SavedField } from '@/lib/domain/report/field-save';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

export type SentBackBefore = {
  at: Date;
  by: string;
  reason: string;
  savedSince: readonly { taskId: string; field: SavedField }[];
};

type SentBackBeforeProps = { sentBack: SentBackBefore; taskIds: readonly string[] };

/** For the approver who reads a report again: the own earlier reason, and the fields that were changed since. */
export function SentBackBeforeNotice({ sentBack, taskIds }: SentBackBeforeProps) {
  const t = useT();
  const { savedSince } = sentBack;
  const fieldOf = ({ taskId, field }: SentBackBefore['savedSince'][number]) =>
    t('filing.taskField', { number: taskIds.indexOf(taskId) + 1, field: t(`fields.${field}`) });
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
