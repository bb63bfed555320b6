import type { EntryContent, ShortPart } from '@/lib/domain/report/entry';
import { contentWords } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import { ProgressLightMark } from './progress-light-mark';

/** Shows a part that is no text: the mark of a light, or nothing while no light is chosen. */
export function PartContent({ entry, part }: { entry: EntryContent; part: ShortPart }) {
  const t = useT();
  if (part === 'light') return entry.light && <ProgressLightMark light={entry.light} />;
  return contentWords(t, part, entry[part]);
}
