'use client';

import { useState } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField, SelectField, TextField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { storeImportAction } from '@/lib/plans/import/actions';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';

type StoreFormProps = Pick<PlanImportPreview, 'id' | 'version' | 'drafts' | 'plan' | 'failed' | 'head'>;

/** Stores the tasks of a file as a new plan or into a draft. */
export function StoreForm({ id, version, drafts, plan, failed, head }: StoreFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(storeImportAction, nothingTyped);
  const [target, setTarget] = useState(plan ? 'draft' : 'new');
  const typed = typedIn(state);
  const targets = (drafts.length > 0 ? (['new', 'draft'] as const) : (['new'] as const)).map((value) => ({
    value,
    label: t(`imports.store.${value}`),
  }));
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-5">
      {failed && <NoticeBox tone="danger">{t('imports.store.failed')}</NoticeBox>}
      <FormProblem state={state} fields={[{ name: 'planCode', id: 'planCode', label: t('imports.store.planCode') }]} />
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="version" value={version} />
      {targets.length === 1 ? (
        <input type="hidden" name="target" value="new" />
      ) : (
        // The choice decides which of the two fields below is sent.
        <div onChange={(event) => setTarget((event.target as HTMLInputElement).value)}>
          <RadioGroupField legend={t('imports.store.target')} name="target" options={targets} defaultValue={target} />
        </div>
      )}
      {target === 'draft' ? (
        <SelectField
          label={t('imports.store.draftCode')}
          name="planCode"
          options={drafts.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
          defaultValue={typed.planCode ?? plan?.code}
        />
      ) : (
        <TextField
          label={t('imports.store.planCode')}
          hint={t('imports.store.planCodeHint')}
          name="planCode"
          error={fieldError(t, state, 'planCode')}
          defaultValue={typed.planCode ?? head.year}
          required
        />
      )}
      <SubmitButton>{t('imports.store.submit')}</SubmitButton>
    </form>
  );
}
