'use client';

import { type ChangeEvent, useState } from 'react';
import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { registerColumns } from '@/lib/domain/agencies/register-rows';
import { importRegisterAction } from '@/lib/register/file/actions';
import { registerFileLimit } from '@/lib/schemas/text-bounds';
import { formatFileSize } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { RegisterDifferences } from './register-differences';

/**
 * Imports a file of the register in two steps: the differences are shown first, and the same file is sent again with the digest
 * of what was read.
 */
export function RegisterFileForm() {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(importRegisterAction, nothingTyped);
  const [read, setRead] = useState<unknown>(null);
  const size = formatFileSize(registerFileLimit);
  const preview = state.status === 'done' && state !== read ? state.registerFile : undefined;
  const hasDifferences = preview !== undefined && preview.added.length + preview.changed.length > 0;
  const mayConfirm = hasDifferences && preview.problems.length === 0 && !preview.isStored;
  const chooseAnother = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setRead(state);
    const isTooLarge = (target.files?.[0]?.size ?? 0) > registerFileLimit;
    target.setCustomValidity(isTooLarge ? t('register.file.tooLarge', { size }) : '');
    target.reportValidity();
  };
  const columns = registerColumns.map((column) => t(`register.file.column.${column}`)).join(t('register.separator'));
  return (
    <form action={action} onSubmit={onSubmit} className="grid gap-5">
      <FormProblem state={state} />
      <div className="max-w-text">
        <TextField
          type="file"
          label={t('register.file.label')}
          name="file"
          hint={t('register.file.hint', { size, columns })}
          accept=".xlsx,.csv"
          required
          onChange={chooseAnother}
        />
      </div>
      {preview?.isStored && (
        <DoneLine state={state}>
          {t('register.file.done', { added: preview.added.length, changed: preview.changed.length })}
        </DoneLine>
      )}
      {preview && !preview.isStored && <RegisterDifferences {...preview} />}
      <div className="flex flex-wrap gap-3">
        {mayConfirm && (
          <SubmitButton name="confirmed" value={preview.digest}>
            {t('register.file.confirm')}
          </SubmitButton>
        )}
        <SubmitButton variant={mayConfirm ? 'secondary' : 'primary'}>{t('register.file.preview')}</SubmitButton>
      </div>
    </form>
  );
}
