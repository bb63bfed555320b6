import { WrittenText } from '@/components/ui/written-text';
import type { Remark } from '@/lib/domain/review/remarks';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** One remark with its audience, author, time, version and text. */
export function RemarkItem({ remark, withSection = false }: { remark: Remark; withSection?: boolean }) {
  const t = useT();
  const { audience, by, at, version, section, text } = remark;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <strong className={`font-semibold ${audience === 'agency' ? 'text-warning' : 'text-accent-strong'}`}>
          {t(`remarks.audiences.${audience}`)}
        </strong>
        {withSection && section && <span className="font-medium">{t(`fields.${section}`)}</span>}
        <span className="text-muted">{t('remarks.written', { by, at: formatInstant(at), number: version })}</span>
      </p>
      <WrittenText text={text} />
    </>
  );
}
