'use client';

import type { ChangeEvent } from 'react';
import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { checkReceiptFileAction } from '@/lib/receipts/actions';
import { receiptFileLimit } from '@/lib/schemas/receipt-file';
import { formatFileSize } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Compares an exported version with the receipt that the portal keeps; anyone who has the file may ask. */
export function ReceiptFileForm() {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(checkReceiptFileAction, nothingTyped);
  const size = formatFileSize(receiptFileLimit);
  const refuseLargeFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = (target.files?.[0]?.size ?? 0) > receiptFileLimit;
    target.setCustomValidity(isTooLarge ? t('receipts.file.tooLarge', { size }) : '');
    target.reportValidity();
  };
  return (
    <section aria-labelledby="receipt-file">
      <Card>
        <h2 id="receipt-file" className="mb-4 text-lg font-bold">
          {t('receipts.file.title')}
        </h2>
        <FormProblem state={state} />
        <form action={action} onSubmit={onSubmit} className="grid max-w-text gap-4">
          <TextField
            type="file"
            label={t('receipts.file.label')}
            name="file"
            hint={t('receipts.file.hint', { size })}
            accept=".json,application/json"
            required
            onChange={refuseLargeFile}
          />
          <SubmitButton className="justify-self-start">{t('receipts.file.submit')}</SubmitButton>
          <DoneLine state={state}>
            {state.status === 'done' && state.checked && (
              <>
                {t('receipts.file.same')}
                <span className="block font-normal">
                  {t('receipts.file.sameDetail', {
                    agency: state.checked.agencyName,
                    version: state.checked.version,
                    number: state.checked.receiptNumber,
                  })}
                </span>
              </>
            )}
          </DoneLine>
        </form>
      </Card>
    </section>
  );
}
