import type { Route } from 'next';
import type { ReactNode } from 'react';

type TextLinkProps = { href: Route; isTitle?: boolean; children: ReactNode };

/**
 * A plain link: it works before any script runs, and a page of forty of them fetches nothing ahead.
 * `isTitle` is for long texts in a list, where a blue line under every word would drown the page.
 */
export function TextLink({ href, isTitle = false, children }: TextLinkProps) {
  return (
    <a href={href} className={isTitle ? 'title-link' : 'link'}>
      {children}
    </a>
  );
}
