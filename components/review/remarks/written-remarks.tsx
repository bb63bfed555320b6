'use client';

import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import type { Remark } from '@/lib/domain/review/remarks';
import { withdrawRemarkAction } from '@/lib/review/remarks/actions';
import { useT } from '@/lib/text/use-t';
import { RemarkItem } from './remark-item';

type WrittenRemarksProps = { reportId: string; remarks: readonly Remark[] };

/** The division's remarks on one subject, internal and for the agency; each can be withdrawn. */
export function WrittenRemarks({ reportId, remarks }: WrittenRemarksProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(withdrawRemarkAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} className="max-w-text">
      <FormProblem state={state} />
      <input type="hidden" name="reportId" value={reportId} />
      <DoneLine state={state}>{t('remarks.withdrawn')}</DoneLine>
      <ul aria-label={t('remarks.list')} className="my-2 grid gap-2 empty:hidden">
        {remarks.map((remark) => (
          <li key={remark.id} className="border-l-4 border-accent-line bg-accent-soft px-4 py-2">
            <RemarkItem remark={remark} />
            <Button
              type="submit"
              name="remarkId"
              value={remark.id}
              variant="quiet"
              className="no-print -ml-5"
              aria-label={t('remarks.withdrawNamed', { text: remark.text })}
            >
              {t('commands.withdraw-remark')}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
