'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { explainWithdrawalAction, withdrawPublicationAction } from '@/lib/publication/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';

const forms = {
  withdraw: { action: withdrawPublicationAction, hint: 'publication.withdrawReasonHint', variant: 'danger' },
  explain: { action: explainWithdrawalAction, hint: undefined, variant: 'primary' },
} as const;

/** Withdraws a publication, with or without a reason, or gives the reason afterwards. */
function WithdrawalForm({ step, reportId }: { step: keyof typeof forms; reportId: string }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(forms[step].action, {
    place: `${step}-publication/${reportId}`,
  });
  const { hint, variant } = forms[step];
  const label = t('publication.withdrawReason');
  const id = `${step}-reason`;
  return (
    <form action={action} onSubmit={onSubmit} className="grid justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'reason', id, label }]} />
      <input type="hidden" name="reportId" value={reportId} />
      <div className="w-full max-w-text">
        <TextAreaField
          name="reason"
          id={id}
          label={label}
          hint={hint && t(hint)}
          rows={3}
          limit={reviewReasonLimit}
          defaultValue={typedIn(state).reason}
          error={fieldError(t, state, 'reason')}
        />
      </div>
      <SubmitButton variant={variant}>{t(`publication.${step}`)}</SubmitButton>
    </form>
  );
}

/** The withdrawal behind one press; opens without scripts. */
export function WithdrawPublication({ reportId }: { reportId: string }) {
  const t = useT();
  return (
    <details>
      <summary className={buttonClass('secondary')}>{t('publication.withdrawOpen')}</summary>
      <div className="mt-4">
        <WithdrawalForm step="withdraw" reportId={reportId} />
      </div>
    </details>
  );
}

/** Asks for the reason of a withdrawal that was made without one. */
export function ExplainWithdrawal({ reportId }: { reportId: string }) {
  return <WithdrawalForm step="explain" reportId={reportId} />;
}
