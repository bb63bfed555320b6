import { Light, type LightTone } from '@/components/ui/light';
import type { ProgressLight } from '@/lib/domain/report/entry';
import { useT } from '@/lib/text/use-t';

const tones: Record<ProgressLight, LightTone> = {
  normal: 'green',
  attention: 'yellow',
  blocked: 'red',
  completed: 'blue',
};

/** The progress light that the agency set for a task, as a mark with words. */
export function ProgressLightMark({ light }: { light: ProgressLight }) {
  const t = useT();
  return <Light tone={tones[light]}>{t(`progressLights.${light}`)}</Light>;
}
