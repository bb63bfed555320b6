import type { Route } from 'next';
import type { ReactNode } from 'react';
import { useT } from '@/lib/text/use-t';

export type Crumb = { label: string; href?: Route };

type PageHeaderProps = { crumbs: readonly Crumb[]; lead?: ReactNode; actions?: ReactNode } & (
  | { title: ReactNode; isCompact?: false }
  | { title: string; isCompact: true }
);

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t('layout.breadcrumb')} className="flex flex-wrap text-sm text-muted">
      <span aria-hidden="true">{t('layout.breadcrumb')}：</span>
      <ol className="flex flex-wrap">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex">
            {index > 0 && (
              <span aria-hidden="true" className="px-2">
                ›
              </span>
            )}
            {crumb.href ? (
              <a href={crumb.href} className="hover:text-accent hover:underline">
                {crumb.label}
              </a>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * Breadcrumbs, title, purpose and actions of a page. A compact one leaves the screen to what is beneath it: its title, which
 * may be very long, takes two lines at most and is whole in its tooltip.
 */
export function PageHeader({ title, crumbs, lead, actions, isCompact }: PageHeaderProps) {
  if (isCompact)
    return (
      <div className="mb-3">
        <Breadcrumb crumbs={crumbs} />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-72">
            <h1 className="line-clamp-2 text-lg font-bold md:text-xl" title={title}>
              {title}
            </h1>
            {lead && <div className="mt-1 text-sm text-muted">{lead}</div>}
          </div>
          {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
        </div>
      </div>
    );
  return (
    <div className="mb-6 md:mb-8">
      <Breadcrumb crumbs={crumbs} />
      <div className="mt-4 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-bold md:text-3xl">{title}</h1>
          {lead && <div className="mt-2 max-w-text text-muted">{lead}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
