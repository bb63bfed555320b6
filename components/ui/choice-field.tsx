import type { ComponentProps } from 'react';
import { controlAttributes, FieldError, FieldHint, type FieldProps, RequiredMark } from './field-frame';

type CheckboxFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>;

/** `defaultValue` is the form's earlier value: the checkbox is ticked if it equals `value` ("on" by default). */
export function CheckboxField(props: CheckboxFieldProps) {
  const { label, name, id = name, hint, error, required, value = 'on', defaultValue, defaultChecked, ...rest } = props;
  const field = { label, name, id, hint, error, required };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex min-h-9 items-center gap-2.5">
        <input
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked ?? (defaultValue !== undefined && defaultValue === value)}
          className="size-5 shrink-0 accent-accent"
          {...rest}
          {...controlAttributes(field)}
        />
        <span>
          {label}
          {required && <RequiredMark />}
        </span>
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

type RadioGroupFieldProps = Omit<FieldProps, 'label'> & {
  legend: FieldProps['label'];
  options: readonly { value: string; label: string }[];
  defaultValue?: string | null;
  disabled?: boolean;
};

export function RadioGroupField(props: RadioGroupFieldProps) {
  const { legend, name, id = name, hint, error, required, options, defaultValue, disabled } = props;
  const attributes = controlAttributes({ label: legend, name, id, hint, error, required });
  return (
    <fieldset
      id={id}
      disabled={disabled}
      aria-describedby={attributes['aria-describedby']}
      className="grid gap-1.5"
      tabIndex={-1}
    >
      <legend className="mb-1.5 font-medium">
        {legend}
        {required && <RequiredMark />}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === defaultValue}
              aria-invalid={attributes['aria-invalid']}
              className="size-5 shrink-0 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
