import { Light, type LightTone } from '@/components/ui/light';
import type { ContributionOutcome } from '@/lib/domain/contributions';
import { t } from '@/lib/messages/translator';

const tones: Record<ContributionOutcome, LightTone> = { taken: 'green', left_out: 'grey' };

/** What became of an offer, in words beside a mark. */
export function OutcomeMark({ outcome }: { outcome: ContributionOutcome | null }) {
  return (
    <Light tone={outcome ? tones[outcome] : 'yellow'}>{t(`contributions.outcomes.${outcome ?? 'pending'}`)}</Light>
  );
}
