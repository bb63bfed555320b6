import type { ComponentProps } from 'react';

/** A white sheet on the grey background. */
export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div className={`card p-5 md:p-6 ${className}`} {...rest} />;
}
