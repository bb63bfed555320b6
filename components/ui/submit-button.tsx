'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { useT } from '@/lib/text/use-t';
import { type ButtonVariant, buttonClass } from './button';

type SubmitButtonProps = Pick<
  ComponentProps<'button'>,
  'name' | 'value' | 'formAction' | 'disabled' | 'className' | 'ref' | 'onBlur' | 'aria-keyshortcuts'
> & {
  variant?: ButtonVariant;
  children: ReactNode;
  pendingText?: string;
};

/** A button that shows that its form is being sent; it keeps the focus, and the form ignores a second submission. */
export function SubmitButton({
  variant = 'primary',
  children,
  pendingText,
  disabled,
  className,
  ...rest
}: SubmitButtonProps) {
  const t = useT();
  const { pending } = useFormStatus();
  return (
    <>
      <button
        type="submit"
        disabled={disabled}
        aria-disabled={pending || undefined}
        className={buttonClass(variant, className)}
        {...rest}
      >
        {pending ? (pendingText ?? t('ui.pending')) : children}
      </button>
      <span role="status" className="sr-only">
        {pending ? (pendingText ?? t('ui.pending')) : ''}
      </span>
    </>
  );
}
