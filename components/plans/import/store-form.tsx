'use client';

import { useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField, SelectField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { storeImportAction } from '@/lib/plans/import/actions';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { useT } from '@/lib/text/use-division-t';

type StoreFormProps = Pick<PlanImportPreview, 'id' | 'version' | 'drafts' | 'plan' | 'failed' | 'head'>;

/** Stores the tasks of a file as a new plan under the code of its head, or into a draft. */
export function StoreForm({ id, version, drafts, plan, failed, head }: StoreFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(storeImportAction, nothingTyped);
  const [target, setTarget] = useState(plan ? 'draft' : 'new');
  // The differences that the page shows are those with this draft; another would lose tasks unseen.
  const ownDraft = drafts.find(({ code }) => code === plan?.code);
  const targets = [
    { value: 'new', label: t('imports.store.newAs', { code: head.planCode }) },
    ...(ownDraft ? [{ value: 'draft', label: t('imports.store.draft') }] : []),
  ];
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-5">
      {failed && <NoticeBox tone="danger">{t('imports.store.failed')}</NoticeBox>}
      <FormProblem state={state} />
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="version" value={version} />
      {/* The choice decides which code is sent. */}
      <div onChange={(event) => setTarget((event.target as HTMLInputElement).value)}>
        <RadioGroupField legend={t('imports.store.target')} name="target" options={targets} defaultValue={target} />
      </div>
      {target === 'draft' ? (
        <SelectField
          label={t('imports.store.draftCode')}
          name="planCode"
          options={[ownDraft].flatMap((draft) =>
            draft ? [{ value: draft.code, label: `${draft.code} ${draft.title}` }] : [],
          )}
          defaultValue={ownDraft?.code}
        />
      ) : (
        <>
          <input type="hidden" name="planCode" value={head.planCode} />
          <p className="text-sm text-muted">{t('imports.store.planCodeHint')}</p>
        </>
      )}
      <SubmitButton>{t('imports.store.submit')}</SubmitButton>
    </form>
  );
}
