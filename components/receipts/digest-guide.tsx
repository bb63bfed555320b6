import { SectionHeading } from '@/components/ui/section-heading';
import { useT } from '@/lib/text/use-t';

/** Explains how to check that the content of an exported file is the filed one. */
export function DigestGuide() {
  const t = useT();
  return (
    <section aria-labelledby="digest-guide" className="max-w-text">
      <SectionHeading id="digest-guide">{t('receipts.guide.title')}</SectionHeading>
      <ol className="grid list-decimal gap-1 pl-6">
        <li>{t('receipts.guide.export')}</li>
        <li>
          {t('receipts.guide.verify')}
          <code className="block overflow-x-auto font-mono text-sm">{t('receipts.guide.command')}</code>
        </li>
        <li>{t('receipts.guide.compare')}</li>
      </ol>
      <p className="mt-3 text-sm text-muted">{t('receipts.guide.algorithm')}</p>
    </section>
  );
}
