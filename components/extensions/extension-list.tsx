import { extensionWords } from '@/components/reports/extension-words';
import { SectionHeading } from '@/components/ui/section-heading';
import type { ReportExtension } from '@/lib/extensions/data';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Every extension of this report, requested or not, the latest first, with its outcome. */
export function ExtensionList({ extensions }: { extensions: readonly ReportExtension[] }) {
  const t = useT();
  if (extensions.length === 0) return null;
  return (
    <section className="mt-10">
      <SectionHeading>{t('filing.extension.earlier')}</SectionHeading>
      <ul className="card ruled">
        {extensions.map((extension) => (
          <li key={extension.id} className="grid gap-1 px-5 py-4">
            <p className="font-medium">{extensionWords(t, extension)}</p>
            <p className="whitespace-pre-wrap">{t('filing.extension.reasonGiven', { reason: extension.reason })}</p>
            {extension.decisionNote && (
              <p className="whitespace-pre-wrap">{t('filing.extension.note', { note: extension.decisionNote })}</p>
            )}
            <p className="text-sm text-muted">
              {t(extension.unrequested ? 'filing.extension.granter' : 'filing.extension.requested', {
                by: extension.requestedBy,
                at: formatInstant(extension.requestedAt),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
