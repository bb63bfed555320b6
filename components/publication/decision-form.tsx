'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { CheckboxField, DateField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TickAll } from '@/components/ui/tick-all';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { decidePublicationsAction } from '@/lib/publication/actions';
import type { WaitingProposal } from '@/lib/publication/desk/data';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { planPeriodWords } from '@/lib/text/plan-period-words';
import { useT } from '@/lib/text/use-division-t';
import { ProposalView } from './proposal-view';
import { ReportBox } from './report-box';

/** 保密审查: whoever confirms states the day of the check, and that it was made. */
function SecrecyCheck({ state, from, today }: { state: FormState; from: CivilDate; today: CivilDate }) {
  const t = useT();
  return (
    <fieldset className="grid gap-4 border-t border-line pt-5">
      <legend className="sr-only">{t('publication.secrecy')}</legend>
      <div>
        <h3 className="font-semibold">{t('publication.secrecy')}</h3>
        <p className="max-w-text text-sm text-muted">{t('publication.secrecyHint')}</p>
      </div>
      <DateField
        name="secrecyReviewedOn"
        label={t('publication.secrecyReviewedOn')}
        required
        min={from}
        max={today}
        defaultValue={typedIn(state).secrecyReviewedOn ?? today}
        error={fieldError(t, state, 'secrecyReviewedOn')}
      />
      <CheckboxField
        name="isChecked"
        label={t('publication.isChecked')}
        required
        defaultChecked={isTicked(state, { name: 'isChecked' }, false)}
        error={fieldError(t, state, 'isChecked')}
      />
      <SubmitButton name="intent" value="confirm" className="justify-self-start">
        {t('publication.confirm')}
      </SubmitButton>
    </fieldset>
  );
}

function Declining({ state }: { state: FormState }) {
  const t = useT();
  return (
    <details open={fieldError(t, state, 'reason') !== undefined || undefined} className="border-t border-line pt-5">
      <summary className={buttonClass('secondary')}>{t('publication.declineOpen')}</summary>
      <div className="mt-4 grid justify-items-start gap-4">
        <div className="w-full max-w-text">
          <TextAreaField
            name="reason"
            id="decline-reason"
            label={t('publication.declineReason')}
            rows={3}
            limit={reviewReasonLimit}
            defaultValue={typedIn(state).reason}
            error={fieldError(t, state, 'reason')}
          />
        </div>
        <SubmitButton name="intent" value="decline" variant="danger">
          {t('publication.decline')}
        </SubmitButton>
      </div>
    </details>
  );
}

type DecisionFormProps = { proposals: readonly WaitingProposal[]; today: CivilDate; isOnly?: boolean };

/** Confirms or declines proposals of other accounts: one check, or one reason, for all that are ticked. */
export function DecisionForm({ proposals, today, isOnly = false }: DecisionFormProps) {
  const t = useT();
  const [only] = proposals;
  const keptAt = isOnly && only ? `publication-check/${only.id}` : 'publication-checks';
  const { state, action, onSubmit, kept } = useFormAction(decidePublicationsAction, { place: keptAt });
  const fields = [
    { name: 'secrecyReviewedOn', id: 'secrecyReviewedOn', label: t('publication.secrecyReviewedOn') },
    { name: 'isChecked', id: 'isChecked', label: t('publication.isChecked') },
    { name: 'reason', id: 'decline-reason', label: t('publication.declineReason') },
  ];
  const [earliest = today] = proposals.flatMap(({ acceptedOn }) => acceptedOn ?? []).sort();
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      {proposals.length > 1 && <TickAll boxes="[data-report-box]" />}
      <ul className="grid gap-4">
        {proposals.map((proposal, index) => (
          <li
            key={proposal.id}
            data-subject={proposal.id}
            className={isOnly ? '' : 'border-t border-line pt-3 first:border-0'}
          >
            <ReportBox
              name={`reports[${index}]`}
              report={proposal}
              state={state}
              title={
                isOnly
                  ? null
                  : t('publication.reportOf', {
                      agency: proposal.agency.name,
                      period: planPeriodWords(t, proposal),
                    })
              }
              isTickedAtFirst={false}
            />
            <div className={isOnly ? '' : 'sm:pl-8'}>
              <ProposalView proposal={proposal} isOpen />
            </div>
          </li>
        ))}
      </ul>
      <SecrecyCheck state={state} from={earliest} today={today} />
      <Declining state={state} />
    </form>
  );
}
