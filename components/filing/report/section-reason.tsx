import { useT } from '@/lib/text/use-t';

/**
 * The correction that the division requires in a field or a task; it consists of spans, so that it can be a field's
 * hint.
 */
export function SectionReason({ text }: { text: string }) {
  const t = useT();
  return (
    <span className="block border-l-4 border-warning bg-warning-soft px-4 py-2 text-base whitespace-pre-wrap text-ink">
      <strong className="font-semibold">{t('filing.editor.comment')}：</strong>
      {text}
    </span>
  );
}
