import { fieldError } from '@/components/forms/field-error';
import { TextField } from '@/components/ui/field';
import { maskPersonalNumber } from '@/lib/domain/report/personal-numbers';
import { type NumberFound, numberKey } from '@/lib/domain/review/publication';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

type NumberFieldsProps = {
  task: { reportId: string; version: number; taskId: string };
  text: string;
  numbers: readonly NumberFound[];
  state: FormState;
};

/** The personal numbers in a text, each with how it will read, and a field for the reason why it stays legible. */
export function NumberFields({ task, text, numbers, state }: NumberFieldsProps) {
  const t = useT();
  return (
    <ul className="mt-2 grid gap-3 border-l-4 border-warning-line pl-4">
      {numbers.map(({ section, kind, start, end }) => {
        const name = `unmasked.${numberKey({ ...task, section, start, end })}`;
        const number = text.slice(start, end);
        return (
          <li key={start}>
            <TextField
              name={name}
              label={t('publication.number.masked', {
                kind: t(`personalNumbers.kinds.${kind}`),
                number,
                masked: maskPersonalNumber(kind, number),
              })}
              hint={t('publication.number.hint')}
              autoComplete="off"
              defaultValue={typedIn(state)[name]}
              error={fieldError(t, state, name)}
            />
          </li>
        );
      })}
    </ul>
  );
}
