import type { Route } from 'next';
import type { ReactNode } from 'react';

type TextLinkProps = { href: Route; isTitle?: boolean; children: ReactNode };

/**
 * A plain link: it works before any script runs, and a page with forty of them prefetches nothing. `isTitle` is for
 * long texts in a list, where underlining every word would be too much.
 */
export function TextLink({ href, isTitle = false, children }: TextLinkProps) {
  return (
    <a href={href} className={isTitle ? 'title-link' : 'link'}>
      {children}
    </a>
  );
}
