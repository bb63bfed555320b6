import { WrittenText } from '@/components/ui/written-text';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { Remark } from '@/lib/domain/review/remarks';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** One remark with its audience, author, time, version and text; where the form is given, with the name of its section. */
export function RemarkItem({ remark, namedBy }: { remark: Remark; namedBy?: EntryForm }) {
  const t = useT();
  const { audience, by, at, version, section, text } = remark;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <strong className={`font-semibold ${audience === 'agency' ? 'text-warning' : 'text-accent-strong'}`}>
          {t(`remarks.audiences.${audience}`)}
        </strong>
        {namedBy && section && <span className="font-medium">{fieldLabel(t, namedBy, section)}</span>}
        <span className="text-muted">{t('remarks.written', { by, at: formatInstant(at), number: version })}</span>
      </p>
      <WrittenText text={text} />
    </>
  );
}
