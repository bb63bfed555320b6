'use client';

import { FormProblem, type NamedField } from '@/components/forms/form-problem';
import type { FormState } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

type SummaryProblemProps = {
  state: FormState;
  fields?: readonly NamedField[];
  part: 'passage' | 'frame' | 'order' | 'delete';
};

function sentenceOf(t: Translate, state: FormState, part: SummaryProblemProps['part']): string | undefined {
  if (state.status !== 'refused') return undefined;
  // On the order page, `not-found` may mean a position that does not exist.
  if (state.refusal.code === 'not-found' && part !== 'order') return t('summaries.gone');
  return state.refusal.code === 'stale' ? t(`summaries.stale.${part}`) : undefined;
}

/** The reason why a form of a draft was not accepted; after a concurrent change, also what to do. */
export function SummaryProblem({ state, fields, part }: SummaryProblemProps) {
  const t = useT();
  return <FormProblem state={state} fields={fields} sentence={sentenceOf(t, state, part)} />;
}
