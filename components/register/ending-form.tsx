'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { endAgencyAction } from '@/lib/register/changes/actions';
import type { EndingPage } from '@/lib/register/changes/loaders';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';
import { ChangeFields, changeFields } from './change-fields';
import { EndingDuties } from './ending-duties';

/** The second step of the ending of an agency: what passes to whom, and from when. */
export function EndingForm({ agency, kind, successors, duties, today }: EndingPage) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(endAgencyAction, { place: `register/${agency.code}/end` });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={changeFields(t)} />
      <input type="hidden" name="kind" value={kind ?? ''} />
      {successors.map(({ id }) => (
        <input key={id} type="hidden" name="successorIds" value={id} />
      ))}
      <ChangeFields state={state} agency={agency} today={today} />
      <EndingDuties duties={duties} successors={successors} state={state} />
      <RadioGroupField
        legend={t('register.end.accounts')}
        name="accounts"
        options={[
          ...(successors.length > 0 ? [{ value: 'move', label: t('register.end.accountsMove') }] : []),
          { value: 'close', label: t('register.end.accountsClose') },
        ]}
        defaultValue={typedIn(state).accounts ?? (successors.length > 0 ? 'move' : 'close')}
      />
      <NoticeBox tone="warning">{t('register.end.irreversible')}</NoticeBox>
      <SubmitButton variant="danger" className="justify-self-start">
        {t('register.end.submit')}
      </SubmitButton>
    </form>
  );
}
