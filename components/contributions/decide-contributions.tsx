'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { fieldAnchor } from '@/components/reports/entry-fields';
import { decisionFormId, offerAnchor } from '@/components/reports/offered';
import { decideContributionAction } from '@/lib/contributions/actions';
import type { OfferedContribution } from '@/lib/contributions/data';
import type { EntryForm } from '@/lib/domain/report/entry';
import { fieldLabel } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';
import { appendToField } from './append-to-field';

type Taken = Pick<OfferedContribution, 'taskId' | 'taskCode' | 'section' | 'text'>;

type DecideContributionsProps = {
  reportId: string;
  contributions: readonly OfferedContribution[];
  form: EntryForm;
  /** Puts a taken text into the report, and says whether it could; by default into the editor's own field. */
  onTake?: (taken: Taken) => boolean;
};

const intoField = ({ taskCode, section, text }: Taken) => appendToField(fieldAnchor(taskCode, section), text);

/**
 * The form to which the buttons of every `ContributionList` on the page belong; it must be outside the editor's form.
 * Once the decision is stored, a taken text is appended to its section. Without scripts it is only marked as taken.
 */
export function DecideContributions({ reportId, contributions, form, onTake = intoField }: DecideContributionsProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(decideContributionAction, nothingTyped);
  const pressed = useRef<{ name: string; id: string } | null>(null);
  const [outcome, setOutcome] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    pressed.current = button && { name: button.name, id: button.value };
    onSubmit(event);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is handled once, on arrival
  useEffect(() => {
    const offer = contributions.find(({ id }) => id === pressed.current?.id);
    if (state.status !== 'done' || !offer) return;
    const isTaken = pressed.current?.name === 'taken';
    const isPut = isTaken && onTake(offer);
    const section = fieldLabel(t, form, offer.section);
    setOutcome(
      isPut ? t('contributions.done.put', { section }) : t(`contributions.done.${isTaken ? 'taken' : 'left_out'}`),
    );
    if (!isPut) document.getElementById(offerAnchor(offer.id))?.focus();
  }, [state, t]);
  return (
    <form id={decisionFormId} action={action} onSubmit={submit}>
      <FormProblem state={state} />
      <input type="hidden" name="reportId" value={reportId} />
      <p role="status" className="sr-only">
        {outcome}
      </p>
    </form>
  );
}
