import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { SelectField, TextAreaField } from '@/components/ui/field';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { amendmentReasonLimit } from '@/lib/schemas/text-bounds';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const names = ['fromPeriod', 'reason'] as const;

/** The fields for the list of a form's problems; `use` tells the forms of a page apart. */
export const termsFields = (t: Translate, use: string): NamedField[] =>
  names.map((name) => ({ name, id: `${use}-${name}`, label: t(`tasks.terms.${name}`) }));

type TermsFieldsProps = { state: FormState; use: string; from: readonly PeriodCode[] };

/** The period from which an amendment holds, the running one unless another is chosen, and its reason. */
export function TermsFields({ state, use, from }: TermsFieldsProps) {
  const t = useT();
  const of = (name: (typeof names)[number], stored: string) => ({
    name,
    id: `${use}-${name}`,
    label: t(`tasks.terms.${name}`),
    hint: t(`tasks.terms.${name}Hint`),
    defaultValue: typedIn(state)[name] ?? stored,
    error: fieldError(t, state, name),
    required: true,
  });
  return (
    <div className="grid gap-5 rounded-md border border-warning-line bg-warning-soft p-4">
      <SelectField
        {...of('fromPeriod', from[0] ?? '')}
        options={from.map((value) => ({ value, label: formatPeriod(value) }))}
      />
      <TextAreaField {...of('reason', '')} rows={2} limit={amendmentReasonLimit} />
    </div>
  );
}
