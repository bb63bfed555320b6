import { type EntryContent, type EntryKey, lightOf } from '@/lib/domain/report/entry';
import { ProgressLightMark } from './progress-light-mark';

/** Shows a part that is no text: the mark of a light, or nothing while no light is chosen. */
export function PartContent({ entry, part }: { entry: EntryContent; part: EntryKey }) {
  const light = lightOf(entry, part);
  return light && <ProgressLightMark light={light} />;
}
