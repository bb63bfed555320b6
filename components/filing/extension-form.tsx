'use client';

import { useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import { DateField, TextAreaField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { requestExtensionAction } from '@/lib/extensions/request-action';
import { t } from '@/lib/messages/translator';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { extensionReasonLimit } from '@/lib/schemas/text-bounds';
import { fieldError } from './field-error';
import { FormProblem } from './form-problem';
import { useFormAction } from './use-form-action';

type ExtensionFormProps = { reportId: string; version: number; earliest: string; canRequest: boolean };

function ExtensionFields({ state, earliest }: { state: FormState; earliest: string }) {
  const typed = typedIn(state);
  const isDateRefused =
    state.status === 'refused' &&
    (state.refusal.code === 'due-date-not-a-working-day' || state.refusal.code === 'due-date-not-ahead');
  return (
    <>
      <DateField
        label={t('filing.extension.proposedOn')}
        hint={t('filing.extension.proposedOnHint')}
        name="proposedOn"
        min={earliest}
        required
        defaultValue={typed.proposedOn}
        error={fieldError(state, 'proposedOn') ?? (isDateRefused ? t('filing.extension.chooseAnother') : undefined)}
      />
      <TextAreaField
        label={t('filing.extension.reason')}
        hint={t('filing.extension.reasonHint')}
        name="reason"
        required
        limit={extensionReasonLimit}
        rows={4}
        defaultValue={typed.reason}
        error={fieldError(state, 'reason')}
      />
    </>
  );
}

/** The form has gone; the focus goes to what stands in its place. */
function Submitted() {
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

/** Asks the division for a later last day; the day is checked against the working-day calendar on the server. */
export function ExtensionForm({ reportId, version, earliest, canRequest }: ExtensionFormProps) {
  const { state, action, onSubmit } = useFormAction(requestExtensionAction);
  if (state.status === 'done') return <Submitted />;
  if (!canRequest) return null;
  return (
    <Card>
      <form action={action} onSubmit={onSubmit} noValidate>
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
          <ExtensionFields state={state} earliest={earliest} />
          <div>
            <SubmitButton>{t('filing.extension.submit')}</SubmitButton>
          </div>
        </div>
      </form>
    </Card>
  );
}
