import type { ReactNode } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import type { PublicColumn } from '@/components/layout/site-header';
import { type Crumb, PageHeader } from '@/components/ui/page-header';
import type { SiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type PublicPageProps = {
  column?: PublicColumn;
  identity: SiteIdentity;
  title: string;
  /** Breadcrumbs between the home page and this one. */
  trail?: readonly Crumb[];
  lead?: ReactNode;
  children: ReactNode;
};

/** The frame of every public page except the home page. */
export function PublicPage({ column, identity, title, trail = [], lead, children }: PublicPageProps) {
  const t = useT();
  const crumbs = [{ label: t('layout.home'), href: routes.home() }, ...trail, { label: title }];
  return (
    <PageFrame current={column} identity={identity}>
      <PageHeader title={title} crumbs={crumbs} lead={lead} />
      {children}
    </PageFrame>
  );
}
