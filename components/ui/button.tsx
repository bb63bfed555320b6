import type { Route } from 'next';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-5 py-2 font-medium leading-6 no-underline cursor-pointer disabled:cursor-not-allowed aria-disabled:cursor-not-allowed';

const appearances: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-white hover:border-accent-strong hover:bg-accent-strong disabled:border-neutral disabled:bg-neutral',
  secondary: 'border-accent bg-surface text-accent hover:bg-accent-soft disabled:border-neutral disabled:text-neutral',
  danger:
    'border-danger bg-danger text-white hover:border-danger-strong hover:bg-danger-strong disabled:border-neutral disabled:bg-neutral',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft disabled:text-neutral',
};

export function buttonClass(variant: ButtonVariant, className = ''): string {
  return `${shape} ${appearances[variant]} ${className}`;
}

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant };

export function Button({ variant = 'primary', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

type ButtonLinkProps = { href: Route; variant?: ButtonVariant; className?: string; children: ReactNode };

export function ButtonLink({ href, variant = 'primary', className, children }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClass(variant, className)}>
      {children}
    </a>
  );
}
