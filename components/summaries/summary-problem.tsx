'use client';

import { FormProblem, type NamedField } from '@/components/forms/form-problem';
import type { FormState } from '@/lib/schemas/form-state';
import { t } from '@/lib/text/translator';

type SummaryProblemProps = {
  state: FormState;
  fields?: readonly NamedField[];
  part: 'passage' | 'frame' | 'order' | 'delete';
};

function sentenceOf(state: FormState, part: SummaryProblemProps['part']): string | undefined {
  if (state.status !== 'refused') return undefined;
  // In the order it may be a place that is not there.
  if (state.refusal.code === 'not-found' && part !== 'order') return t('summaries.gone');
  return state.refusal.code === 'stale' ? t(`summaries.stale.${part}`) : undefined;
}

/** Why a form of a draft was not accepted; where somebody else was faster, what to do about it. */
export function SummaryProblem({ state, fields, part }: SummaryProblemProps) {
  return <FormProblem state={state} fields={fields} sentence={sentenceOf(state, part)} />;
}
