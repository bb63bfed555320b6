import { Light, type LightTone } from '@/components/ui/light';
import type { ContributionOutcome } from '@/lib/domain/report/contributions';
import { useT } from '@/lib/text/use-t';

const tones: Record<ContributionOutcome, LightTone> = { taken: 'green', left_out: 'grey' };

type OutcomeMarkProps = { outcome: ContributionOutcome | null; isLead?: boolean };

/** The decision on an offer as a mark with words; until then, whose turn it is. */
export function OutcomeMark({ outcome, isLead = false }: OutcomeMarkProps) {
  const t = useT();
  const waiting = isLead ? 'undecided' : 'pending';
  return <Light tone={outcome ? tones[outcome] : 'yellow'}>{t(`contributions.outcomes.${outcome ?? waiting}`)}</Light>;
}
