import type { ReactNode } from 'react';
import type { SiteIdentity } from '@/lib/plans/loaders';
import { SiteFooter } from './site-footer';
import { type PublicColumn, SiteHeader } from './site-header';
import { contentId } from './skip-link';

type PageFrameProps = {
  current?: PublicColumn;
  identity: SiteIdentity;
  /** Content as wide as the window, above the rest. */
  top?: ReactNode;
  children: ReactNode;
};

/** Header, content and footer of a public page. */
export function PageFrame({ current, identity, top, children }: PageFrameProps) {
  return (
    <>
      <SiteHeader current={current} />
      <main id={contentId} tabIndex={-1}>
        {top}
        <div className="page py-6 md:py-8">{children}</div>
      </main>
      <SiteFooter identity={identity} />
    </>
  );
}
