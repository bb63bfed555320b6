'use client';

import { useEffect, useRef } from 'react';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { WorkingDayChoice } from '@/components/reports/working-day-choices';
import { WorkingDayField } from '@/components/reports/working-day-field';
import { Card } from '@/components/ui/card';
import { TextAreaField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestExtensionAction } from '@/lib/extensions/actions';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { extensionReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';

type ExtensionFormProps = {
  reportId: string;
  version: number;
  days: readonly WorkingDayChoice[];
  canRequest: boolean;
};

function ExtensionFields({ state, days }: { state: FormState; days: readonly WorkingDayChoice[] }) {
  const t = useT();
  const typed = typedIn(state);
  const isDateRefused =
    state.status === 'refused' &&
    (state.refusal.code === 'due-date-not-a-working-day' || state.refusal.code === 'due-date-not-ahead');
  return (
    <>
      <WorkingDayField
        label={t('filing.extension.proposedOn')}
        hint={t('filing.extension.proposedOnHint')}
        name="proposedOn"
        days={days}
        required
        defaultValue={typed.proposedOn}
        error={fieldError(t, state, 'proposedOn') ?? (isDateRefused ? t('filing.extension.chooseAnother') : undefined)}
      />
      <TextAreaField
        label={t('filing.extension.reason')}
        hint={t('filing.extension.reasonHint')}
        name="reason"
        required
        limit={extensionReasonLimit}
        rows={4}
        defaultValue={typed.reason}
        error={fieldError(t, state, 'reason')}
      />
    </>
  );
}

/** Takes the focus, because the form that had it is gone. */
function Submitted() {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <NoticeBox tone="success" title={t('filing.extension.submitted')} live>
        {t('filing.extension.wait')}
      </NoticeBox>
    </div>
  );
}

/** Requests a later last day from the division; the server checks the day against the working-day calendar. */
export function ExtensionForm({ reportId, version, days, canRequest }: ExtensionFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(requestExtensionAction, { place: `extension/${reportId}` });
  if (state.status === 'done') return <Submitted />;
  if (!canRequest) return null;
  return (
    <Card>
      <form action={action} onSubmit={onSubmit} noValidate>
        <KeptNotice kept={kept} />
        <FormProblem
          state={state}
          fields={[
            { name: 'proposedOn', id: 'proposedOn', label: t('filing.extension.proposedOn') },
            { name: 'reason', id: 'reason', label: t('filing.extension.reason') },
          ]}
        />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="version" autoComplete="off" value={version} />
        <div className="grid gap-5">
          <ExtensionFields state={state} days={days} />
          <div>
            <SubmitButton>{t('filing.extension.submit')}</SubmitButton>
          </div>
        </div>
      </form>
    </Card>
  );
}
