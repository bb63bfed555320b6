import type { EntryForm } from '@/lib/domain/report/entry';
import type { Remark } from '@/lib/domain/review/remarks';
import { useT } from '@/lib/text/use-t';
import { RemarkItem } from './remark-item';

type RemarkNotesProps = { remarks: readonly Remark[]; namedBy?: EntryForm };

/** The division's remarks to the agency, read-only. */
export function RemarkNotes({ remarks, namedBy }: RemarkNotesProps) {
  const t = useT();
  if (remarks.length === 0) return null;
  return (
    <ul aria-label={t('remarks.list')} className="my-2 grid gap-2">
      {remarks.map((remark) => (
        <li key={remark.id} className="border-l-4 border-warning-line bg-warning-soft px-4 py-2">
          <RemarkItem remark={remark} namedBy={namedBy} />
        </li>
      ))}
    </ul>
  );
}
