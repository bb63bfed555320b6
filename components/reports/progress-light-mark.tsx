import { Light, type LightTone } from '@/components/ui/light';
import type { ProgressLight } from '@/lib/domain/report/entry';
import { t } from '@/lib/text/translator';

const tones: Record<ProgressLight, LightTone> = {
  normal: 'green',
  attention: 'yellow',
  blocked: 'red',
  completed: 'blue',
};

/** The progress light that the agency set for a task, as a mark with words. */
export function ProgressLightMark({ light }: { light: ProgressLight }) {
  return <Light tone={tones[light]}>{t(`progressLights.${light}`)}</Light>;
}
