import type { ComponentProps } from 'react';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame';

export { CheckboxField, RadioGroupField } from './choice-field';
export { TextAreaField } from './text-area-field';

type Option = { value: string; label: string };
type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>;

export function TextField({ label, name, id, hint, error, required, className = '', ...rest }: TextFieldProps) {
  const field = { label, name, id, hint, error, required };
  return (
    <FieldFrame {...field}>
      <input type="text" className={`control ${className}`} {...rest} {...controlAttributes(field)} />
    </FieldFrame>
  );
}

/** The browser's own date picker; it submits `YYYY-MM-DD` without a zone. */
export function DateField(props: TextFieldProps) {
  return <TextField {...props} type="date" className="max-w-56" />;
}

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'children'> & { options: readonly Option[]; emptyOption?: string };

export function SelectField(props: SelectFieldProps) {
  const { label, name, id, hint, error, required, options, emptyOption, defaultValue, className = '', ...rest } = props;
  const field = { label, name, id, hint, error, required };
  // React resets a select to its first default after an action; the key makes the new default the first one.
  const key = String(defaultValue ?? '');
  return (
    <FieldFrame {...field}>
      <select
        key={key}
        className={`control ${className}`}
        defaultValue={defaultValue}
        {...rest}
        {...controlAttributes(field)}
      >
        {emptyOption !== undefined && <option value="">{emptyOption}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
