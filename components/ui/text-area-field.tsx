'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { t } from '@/lib/messages/translator';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame';

type TextAreaFieldProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'defaultValue'> & { defaultValue?: string; limit?: number };

/** Characters as a reader counts them: one outside the basic plane is one, not two. */
const charactersOf = (text: string) => [...text].length;

/** Says how many characters are used of `limit`. It never cuts what is typed: the server refuses, and keeps it. */
export function TextAreaField(props: TextAreaFieldProps) {
  const {
    label,
    name,
    id = name,
    hint,
    error,
    required,
    limit,
    defaultValue = '',
    className = '',
    onInput,
    ...rest
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(() => charactersOf(defaultValue));
  // A browser may put back what was typed before this code ran, and an action may bring a new default.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new default is the reason to count again
  useEffect(() => setCount(charactersOf(area.current?.value ?? '')), [defaultValue]);
  const field = { label, name, id, hint, error, required };
  const attributes = controlAttributes(field);
  const isOver = limit !== undefined && count > limit;
  return (
    <FieldFrame {...field}>
      <textarea
        ref={area}
        rows={5}
        defaultValue={defaultValue}
        className={`control leading-7 ${className}`}
        {...rest}
        {...attributes}
        aria-describedby={
          [attributes['aria-describedby'], limit && `${id}-count`].filter(Boolean).join(' ') || undefined
        }
        onInput={(event) => {
          setCount(charactersOf(event.currentTarget.value));
          onInput?.(event);
        }}
      />
      {limit !== undefined && (
        <p id={`${id}-count`} className={`text-right text-xs ${isOver ? 'font-medium text-danger' : 'text-muted'}`}>
          {t(isOver ? 'ui.charactersOver' : 'ui.characters', { count, limit })}
        </p>
      )}
    </FieldFrame>
  );
}
