import type { ReactNode } from 'react';
import { useT } from '@/lib/text/use-t';
import { Icon } from './icon';

export type FieldProps = {
  label: ReactNode;
  name: string;
  id?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
};

/** The attributes that connect a control with its hint and its error. */
export function controlAttributes({ name, id = name, hint, error, required }: FieldProps) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    required,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}

export function RequiredMark() {
  const t = useT();
  return <span className="ml-2 text-xs font-normal text-muted">{t('ui.required')}</span>;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="text-sm text-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon name="danger" className="mt-1" />
      {children}
    </p>
  );
}

/** Label, hint and error around one control, in reading order. */
export function FieldFrame({
  label,
  name,
  id = name,
  hint,
  error,
  required,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </div>
  );
}
