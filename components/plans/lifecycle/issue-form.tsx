'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { PlanVersion } from '@/components/plans/settings/plan-version';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { discardPlanAction, issuePlanAction } from '@/lib/plans/lifecycle/actions';
import { useT } from '@/lib/text/use-division-t';

/** Issues a draft. */
export function IssueForm({ plan, isReady }: { plan: DeskPlan; isReady: boolean }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(issuePlanAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-3">
      <FormProblem state={state} />
      <PlanVersion plan={plan} />
      <p className="text-muted">{t('plans.issue.hint')}</p>
      <SubmitButton disabled={!isReady}>{t('plans.issue.submit')}</SubmitButton>
    </form>
  );
}

/** Discards a draft, behind a fold, because it cannot be undone. */
export function DiscardForm({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(discardPlanAction, nothingTyped);
  return (
    <details>
      <summary className="link w-fit">{t('plans.discard.open')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-3 grid justify-items-start gap-3">
        <FormProblem state={state} />
        <PlanVersion plan={plan} />
        <p>{t('plans.discard.hint')}</p>
        <SubmitButton variant="danger">{t('plans.discard.submit')}</SubmitButton>
      </form>
    </details>
  );
}
