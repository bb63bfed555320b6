import {
  type EntryKey,
  type FieldContent,
  fieldOfKey,
  type PublicPart,
  type ReadPart,
} from '@/lib/domain/report/entry';
import { type ReadEntry, sectionSays } from '@/lib/domain/report/section-says';
import type { Translate } from './translator';

/** Gives the content of a field in words; '' for an empty one. */
export function contentWords(t: Translate, key: EntryKey, content: FieldContent): string {
  switch (fieldOfKey(key).kind) {
    case 'tick':
      return t(content ? 'autosave.ticked' : 'autosave.notTicked');
    case 'light':
      return content ? t(`progressLights.${content as 'normal'}`) : '';
    case 'section':
    case 'reason':
      return String(content ?? '');
  }
}

const shorter = { light: null } as const;

/** The name of a part where there is little room: the head of a column. */
export function shortName(t: Translate, part: ReadPart): string {
  return part in shorter ? t(`shortFields.${part as keyof typeof shorter}`) : t(`fields.${part}`);
}

/** Gives the public text of a part of a published entry: its own, or the confirmation in its place. */
export function publishedWords(t: Translate, entry: ReadEntry, part: PublicPart): string {
  const { confirmed, text } = sectionSays(entry, part);
  if (confirmed) return t(`public.task.${confirmed.tick}`);
  return text || t('public.task.nothingWritten');
}
