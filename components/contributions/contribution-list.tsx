import { decisionFormId, offerAnchor } from '@/components/reports/offered';
import { Button } from '@/components/ui/button';
import { WrittenText } from '@/components/ui/written-text';
import type { OfferedContribution } from '@/lib/contributions/data';
import type { EntryForm } from '@/lib/domain/report/entry';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { OutcomeMark } from './outcome-mark';

type ContributionListProps = { contributions: readonly OfferedContribution[]; form: EntryForm; canDecide: boolean };

function outcomeWords(t: Translate, { outcome, decidedBy, decidedAt }: OfferedContribution): string {
  return outcome && decidedAt ? t('contributions.decided', { by: decidedBy, at: formatInstant(decidedAt) }) : '';
}

/**
 * The two decisions on an offer. The buttons belong to a separate form, because forms cannot be nested in the editor's.
 */
function DecisionButtons({ id, name }: { id: string; name: string }) {
  const t = useT();
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button
        type="submit"
        form={decisionFormId}
        name="taken"
        value={id}
        variant="secondary"
        aria-label={t('contributions.takeNamed', { name })}
      >
        {t('contributions.take')}
      </Button>
      <Button
        type="submit"
        form={decisionFormId}
        name="leftOut"
        value={id}
        variant="quiet"
        aria-label={t('contributions.leaveOutNamed', { name })}
      >
        {t('contributions.leaveOut')}
      </Button>
    </div>
  );
}

/**
 * The offers of supporting agencies for one task, with the lead agency's decisions; needs `DecideContributions` on the
 * page.
 */
export function ContributionList({ contributions, form, canDecide }: ContributionListProps) {
  const t = useT();
  return (
    <ul aria-label={t('contributions.listTitle')} className="grid gap-3">
      {contributions.map((offer) => {
        const section = fieldLabel(t, form, offer.section);
        return (
          <li
            key={offer.id}
            id={offerAnchor(offer.id)}
            tabIndex={-1}
            className="rounded-md border border-line bg-ground px-4 py-3"
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <strong className="font-semibold">{section}</strong>
              <OutcomeMark outcome={offer.outcome} isLead />
            </p>
            <p className="text-sm text-muted">
              {t('contributions.from', {
                agency: offer.agencyName,
                by: offer.writtenBy,
                at: formatInstant(offer.writtenAt),
              })}
            </p>
            <WrittenText text={offer.text} className="mt-1" />
            {offer.outcome && <p className="text-sm text-muted">{outcomeWords(t, offer)}</p>}
            {canDecide && offer.outcome === null && (
              <DecisionButtons id={offer.id} name={`${offer.agencyName} · ${section}`} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
