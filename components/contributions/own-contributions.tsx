'use client';

import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import { WrittenText } from '@/components/ui/written-text';
import { withdrawContributionAction } from '@/lib/contributions/actions';
import type { Contribution } from '@/lib/contributions/data';
import type { EntryForm } from '@/lib/domain/report/entry';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { OutcomeMark } from './outcome-mark';

type OwnContributionsProps = {
  reportId: string;
  isOpen: boolean;
  contributions: readonly Contribution[];
  form: EntryForm;
};

function OwnOfferItem({ offer, form, canWithdraw }: { offer: Contribution; form: EntryForm; canWithdraw: boolean }) {
  const t = useT();
  const { id, section, text, writtenAt, writtenBy, outcome, decidedAt } = offer;
  return (
    <li className="rounded-md border border-line bg-ground px-4 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong className="font-semibold">{fieldLabel(t, form, section)}</strong>
        <OutcomeMark outcome={outcome} />
      </p>
      <p className="text-sm text-muted">
        {t('contributions.written', { by: writtenBy, at: formatInstant(writtenAt) })}
        {decidedAt && ` · ${t('contributions.decidedByLead', { at: formatInstant(decidedAt) })}`}
      </p>
      <WrittenText text={text} className="mt-1" />
      {canWithdraw && (
        <Button type="submit" name="contributionId" value={id} variant="quiet" className="mt-1 -ml-5">
          {t('contributions.withdraw')}
        </Button>
      )}
    </li>
  );
}

/** The agency's own offers with the decisions on them; undecided ones can be withdrawn. */
export function OwnContributions({ reportId, isOpen, contributions, form }: OwnContributionsProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(withdrawContributionAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <input type="hidden" name="reportId" value={reportId} />
      <DoneLine state={state}>{t('contributions.withdrawn')}</DoneLine>
      {contributions.length === 0 && <p className="text-muted">{t('contributions.none')}</p>}
      <ul className="grid gap-3">
        {contributions.map((offer) => (
          <OwnOfferItem key={offer.id} offer={offer} form={form} canWithdraw={isOpen && offer.outcome === null} />
        ))}
      </ul>
    </form>
  );
}
