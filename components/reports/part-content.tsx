import { type EntryContent, fieldOfKey, type ShortPart } from '@/lib/domain/report/entry';
import { ProgressLightMark } from './progress-light-mark';

/** Shows a part that is no text: the mark of a light, or nothing while no light is chosen. */
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
