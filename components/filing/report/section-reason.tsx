import { t } from '@/lib/text/translator';

/** What the division wants mended in a field, or in a task: made of spans, so that it can be the hint of a field. */
export function SectionReason({ text }: { text: string }) {
  return (
    <span className="block border-l-4 border-warning bg-warning-soft px-4 py-2 text-base whitespace-pre-wrap text-ink">
      <strong className="font-semibold">{t('filing.editor.comment')}：</strong>
      {text}
    </span>
  );
}
