'use client';

import { FormProblem, type NamedField } from '@/components/filing/form-problem';
import { t } from '@/lib/messages/translator';
import type { FormState } from '@/lib/schemas/form-state';

type SummaryProblemProps = { state: FormState; fields?: readonly NamedField[]; part: 'passage' | 'frame' | 'order' };

/** Why a form of a draft was not accepted; where somebody else was faster, what to do about it. */
export function SummaryProblem({ state, fields, part }: SummaryProblemProps) {
  const isStale = state.status === 'refused' && state.refusal.code === 'stale';
  return <FormProblem state={state} fields={fields} sentence={isStale ? t(`summaries.stale.${part}`) : undefined} />;
}
