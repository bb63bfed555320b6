import type { EntryContent } from '@/lib/domain/completeness';
import { t } from '@/lib/messages/translator';
import { storedText } from './entry-fields';

/** After a save that came too late: which fields somebody else changed as well; null where that cannot be known. */
export type Meanwhile = { overlaps: ReadonlySet<string> | null };

type StoredMeanwhileProps = {
  meanwhile: Meanwhile | null;
  name: string;
  field: keyof EntryContent;
  stored: EntryContent;
  typed: EntryContent;
};

function wordsOf(stored: EntryContent, field: keyof EntryContent): string {
  if (field === 'noProgress' || field === 'noProblems') return stored[field] ? t('filing.stale.ticked') : '';
  if (field === 'light') return stored.light ? t(`progressLights.${stored.light}`) : '';
  return stored[field];
}

/** What somebody else stored meanwhile, beneath the field in which it stands against what was typed here. */
export function StoredMeanwhile({ meanwhile, name, field, stored, typed }: StoredMeanwhileProps) {
  const words = wordsOf(stored, field);
  const isOverlap = meanwhile?.overlaps?.has(name) ?? meanwhile !== null;
  if (!isOverlap || words.trim() === '' || storedText(typed[field]) === storedText(stored[field])) return null;
  return (
    <div className="mt-2 rounded-md border border-warning-line bg-warning-soft px-4 py-2 text-sm">
      <p className="font-medium text-warning">{t('filing.stale.stored')}</p>
      <p className="whitespace-pre-wrap">{words}</p>
    </div>
  );
}
