'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { CommandFields } from '@/components/reports/command-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import { takeBackPublicationAction } from '@/lib/publication/actions';
import { useT } from '@/lib/text/use-division-t';

/** Takes the own proposal back before anybody has decided on it. */
export function TakeBackForm({ report }: { report: { id: string; version: number } }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(takeBackPublicationAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <CommandFields report={report} />
      <SubmitButton variant="secondary">{t('publication.takeBack')}</SubmitButton>
    </form>
  );
}
