'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { changePlanAction } from '@/lib/plans/settings/actions';
import { useT } from '@/lib/text/use-division-t';
import { PlanVersion } from './plan-version';
import { SettingsFields, settingsFields } from './settings-fields';

type SettingsFormProps = { plan: DeskPlan; offices: readonly { id: string; name: string }[] };

/** Changes the settings of a draft. */
export function SettingsForm({ plan, offices }: SettingsFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(changePlanAction, { place: `plan-settings/${plan.code}` });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={settingsFields(t)} />
      <PlanVersion plan={plan} />
      <SettingsFields settings={plan} offices={offices} state={state} />
      <div>
        <SubmitButton>{t('plans.settings.save')}</SubmitButton>
      </div>
    </form>
  );
}
