import { Light, type LightTone } from '@/components/ui/light';
import type { ProgressLight } from '@/lib/domain/report/completeness';
import { t } from '@/lib/text/translator';

const tones: Record<ProgressLight, LightTone> = {
  normal: 'green',
  attention: 'yellow',
  blocked: 'red',
  completed: 'blue',
};

/** How a task goes by its agency's own word: the light and the words. */
export function ProgressLightMark({ light }: { light: ProgressLight }) {
  return <Light tone={tones[light]}>{t(`progressLights.${light}`)}</Light>;
}
