'use client';

import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { DateField, TextAreaField } from '@/components/ui/field';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { agencyReasonLimit } from '@/lib/schemas/text-bounds';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

const names = ['changedOn', 'reason'] as const;

/** The fields for the list of a form's problems. */
export const changeFields = (t: Translate): NamedField[] =>
  names.map((name) => ({ name, id: `change-${name}`, label: t(`register.change.${name}`) }));

type ChangeFieldsProps = { state: FormState; agency: { id: string; version: number }; today: string };

/** The day from which a change of the register holds, and its reason. */
export function ChangeFields({ state, agency, today }: ChangeFieldsProps) {
  const t = useT();
  const of = (name: (typeof names)[number], stored: string) => ({
    name,
    id: `change-${name}`,
    label: t(`register.change.${name}`),
    hint: t(`register.change.${name}Hint`),
    defaultValue: typedIn(state)[name] ?? stored,
    error: fieldError(t, state, name),
    required: true,
  });
  return (
    <>
      <input type="hidden" name="agencyId" value={agency.id} />
      <input type="hidden" name="version" value={agency.version} />
      <DateField {...of('changedOn', today)} max={today} />
      <TextAreaField {...of('reason', '')} rows={3} limit={agencyReasonLimit} />
    </>
  );
}
