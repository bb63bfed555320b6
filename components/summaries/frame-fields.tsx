'use client';

import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { DateField, TextAreaField, TextField } from '@/components/ui/field';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { summaryTextLimit, summaryTitleLimit } from '@/lib/schemas/text-bounds';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const names = ['title', 'introduction', 'closing', 'signedOn'] as const;

export const frameFields = (t: Translate): NamedField[] =>
  names.map((name) => ({ name, id: name, label: t(`summaries.fields.${name}`) }));

/** The document's own texts, and the date below it. */
export function FrameFields({ texts, state }: { texts: SummaryFrame; state: FormState }) {
  const t = useT();
  const typed = typedIn(state);
  const of = (name: (typeof names)[number]) => ({
    name,
    label: t(`summaries.fields.${name}`),
    defaultValue: typed[name] ?? texts[name],
    error: fieldError(t, state, name),
  });
  return (
    <>
      <TextField {...of('title')} required maxLength={summaryTitleLimit} />
      <TextAreaField {...of('introduction')} rows={4} limit={summaryTextLimit} />
      <TextAreaField {...of('closing')} hint={t('summaries.fields.closingHint')} rows={4} limit={summaryTextLimit} />
      <DateField {...of('signedOn')} required />
    </>
  );
}
