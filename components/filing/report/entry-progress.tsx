import { missingFields } from '@/lib/domain/report/completeness';
import { contradictionsOf } from '@/lib/domain/report/contradictions';
import type { EntryContent, EntryForm } from '@/lib/domain/report/entry';
import { useT } from '@/lib/text/use-t';

/** The numbers of parts of an entry that still keep it from being filed. */
export type OpenParts = { missing: number; contradicted: number };

/** Counts the parts of an entry that are missing, and those that contradict each other. */
export function openPartsOf(entry: EntryContent, form: EntryForm): OpenParts {
  return { missing: missingFields(entry, form).length, contradicted: contradictionsOf(entry, form).length };
}

/** Says whether nothing keeps an entry from being filed. */
export const isReady = ({ missing, contradicted }: OpenParts) => missing + contradicted === 0;

/** Says whether an entry is complete and, if not, how many parts are open. */
export function EntryProgress({ open, className = '' }: { open: OpenParts; className?: string }) {
  const t = useT();
  if (isReady(open)) return <span className={`text-success ${className}`}>{t('filing.editor.complete')}</span>;
  const words = [
    ...(open.missing > 0 ? [t('filing.editor.missing', { count: open.missing })] : []),
    ...(open.contradicted > 0 ? [t('filing.editor.contradicted', { count: open.contradicted })] : []),
  ];
  return <span className={`text-warning ${className}`}>{words.join('，')}</span>;
}
