import type { Route } from 'next';
import type { ReactNode } from 'react';

/** A plain link: it works before any script runs, and a page of forty of them fetches nothing ahead. */
export function TextLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <a href={href} className="link">
      {children}
    </a>
  );
}
