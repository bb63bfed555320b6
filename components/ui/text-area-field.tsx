'use client';

import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '@/lib/text/use-t';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame';
import { followTextRule, pasteClean } from './text-rule';

type TextAreaFieldProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'defaultValue'> & {
    defaultValue?: string;
    limit?: number;
    /** Shown beside the count. */
    status?: ReactNode;
  };

/** Characters as a reader counts them: one outside the basic plane counts as one, not two. */
const charactersOf = (text: string) => [...text].length;

/**
 * Shows the number of characters used of `limit`. It never cuts the typed text: the server refuses it and keeps it in
 * the form. What is pasted and typed follows the rule for texts.
 */
export function TextAreaField(props: TextAreaFieldProps) {
  const t = useT();
  const {
    label,
    name,
    id = name,
    hint,
    error,
    required,
    limit,
    status,
    defaultValue = '',
    className = '',
    onInput,
    onBlur,
    ...rest
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(() => charactersOf(defaultValue));
  // A browser may restore text typed before this code ran, and an action may bring a new default.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new default is the reason to count again
  useEffect(() => setCount(charactersOf(area.current?.value ?? '')), [defaultValue]);
  const printed = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const copy = () => {
      if (printed.current) printed.current.textContent = area.current?.value ?? '';
    };
    window.addEventListener('beforeprint', copy);
    return () => window.removeEventListener('beforeprint', copy);
  }, []);
  const field = { label, name, id, hint, error, required };
  const attributes = controlAttributes(field);
  const isOver = limit !== undefined && count > limit;
  const isNear = limit !== undefined && !isOver && count > limit * 0.9;
  return (
    <FieldFrame {...field}>
      <div ref={printed} aria-hidden="true" className="printed-text" />
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
        onPaste={pasteClean}
        onBlur={(event) => {
          followTextRule(event.currentTarget);
          onBlur?.(event);
        }}
      />
      {limit !== undefined && (
        // The line has a fixed height, so that the layout does not shift when the status appears or disappears.
        <div className="flex min-h-5 flex-wrap justify-between gap-x-4">
          {status}
          <p
            id={`${id}-count`}
            className={`ml-auto text-right text-xs ${isOver ? 'font-medium text-danger' : isNear ? 'font-medium text-warning' : 'text-muted'}`}
          >
            {t(isOver ? 'ui.charactersOver' : isNear ? 'ui.charactersLeft' : 'ui.characters', {
              count,
              limit,
              left: limit - count,
              over: count - limit,
            })}
          </p>
        </div>
      )}
    </FieldFrame>
  );
}
