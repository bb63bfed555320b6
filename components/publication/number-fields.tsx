import { fieldError } from '@/components/forms/field-error';
import { TextField } from '@/components/ui/field';
import { maskPersonalNumber } from '@/lib/domain/report/personal-numbers';
import type { NumberFound } from '@/lib/domain/review/publication';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';

type NumberFieldsProps = {
  /** The name of the list in the form, and the number of the first one in it. */
  name: string;
  first: number;
  text: string;
  numbers: readonly NumberFound[];
  state: FormState;
};

/** The personal numbers in a text, each with how it will read, and a field for the reason why it stays legible. */
export function NumberFields({ name, first, text, numbers, state }: NumberFieldsProps) {
  const t = useT();
  return (
    <ul className="mt-2 grid gap-3 border-l-4 border-warning-line pl-4">
      {numbers.map(({ section, kind, start, end }, index) => {
        const field = `${name}[${first + index}]`;
        const number = text.slice(start, end);
        return (
          <li key={start} data-subject={`${section} ${start} ${number}`}>
            <input type="hidden" name={`${field}.section`} value={section} />
            <input type="hidden" name={`${field}.start`} value={start} />
            <input type="hidden" name={`${field}.end`} value={end} />
            <TextField
              name={`${field}.reason`}
              id={`${field}.reason`}
              label={t('publication.number.masked', {
                kind: t(`publication.number.kinds.${kind}`),
                number,
                masked: maskPersonalNumber(kind, number),
              })}
              hint={t('publication.number.hint')}
              autoComplete="off"
              defaultValue={typedIn(state)[`${field}.reason`]}
              error={fieldError(t, state, `${field}.reason`)}
            />
          </li>
        );
      })}
    </ul>
  );
}
