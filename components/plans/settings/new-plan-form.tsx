'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PlanSettings } from '@/lib/domain/plan/plan-settings';
import { createPlanAction } from '@/lib/plans/settings/actions';
import { useT } from '@/lib/text/use-division-t';
import { SettingsFields, settingsFields } from './settings-fields';

type NewPlanFormProps = {
  settings: PlanSettings;
  offices: readonly { id: string; name: string }[];
  /** The code of the plan that is copied, or ''. */
  from: string;
};

/** Creates the draft of a plan. */
export function NewPlanForm({ settings, offices, from }: NewPlanFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(createPlanAction, { place: `new-plan/${from}` });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={settingsFields(t)} />
      <input type="hidden" name="from" value={from} />
      <SettingsFields settings={settings} offices={offices} state={state} />
      <div>
        <SubmitButton>{t('plans.new.save')}</SubmitButton>
      </div>
    </form>
  );
}
