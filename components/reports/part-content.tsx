import { type EntryContent, fieldOfKey, type ShortPart } from '@/lib/domain/report/entry';
import { ProgressLightMark } from './progress-light-mark';

/** What a part says that is no text: for the light its mark; nothing where nothing was chosen. */
export function PartContent({ entry, part }: { entry: EntryContent; part: ShortPart }) {
  const content = entry[part];
  if (content === null) return null;
  switch (fieldOfKey(part).kind) {
    case 'light':
      return <ProgressLightMark light={content} />;
    default:
      return null;
  }
}
