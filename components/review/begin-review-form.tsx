'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/messages/translator';
import { beginReviewAction } from '@/lib/reviews/actions';
import { idle } from '@/lib/schemas/form-state';
import { CommandFields } from './command-fields';
import type { ReportVersion } from './report-facts';

/** Begins the review: one button, and the place where its refusal is told. */
export function BeginReviewForm({ report, variant }: { report: ReportVersion; variant?: ButtonVariant }) {
  const [state, action] = useActionState(beginReviewAction, idle);
  return (
    <form action={action}>
      <FormProblem state={state} />
      <CommandFields report={report} />
      <SubmitButton variant={variant}>{t('commands.begin-review')}</SubmitButton>
    </form>
  );
}
