import type { Route } from 'next';
import type { ReactNode } from 'react';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { SiteMark } from './site-mark';

type DeskLink = { href: Route; label: string };

type DeskHeaderProps = {
  deskName: string;
  links: readonly DeskLink[];
  /** Links for every account, beside its name: the inbox, the channels of notification, the password. */
  ownLinks: readonly DeskLink[];
  /** The link to which the current page belongs. */
  current?: Route;
  userName: string;
  agencyName?: string | null;
  signOut: ReactNode;
};

type MenuItemsProps = { links: readonly DeskLink[]; current?: Route; className?: string };

function MenuItems({ links, current, className }: MenuItemsProps) {
  return links.map(({ href, label }) => (
    <li key={href}>
      <a href={href} className={className} {...(href === current && { 'aria-current': 'page' })}>
        {label}
      </a>
    </li>
  ));
}

/** More links than this take too much of a phone's screen. */
const mostUnfolded = 6;

/** The links of the desk: a bar, which on a phone unfolds from one line where there are many of them. */
function DeskMenu({ links, current }: Pick<MenuItemsProps, 'links' | 'current'>) {
  const t = useT();
  const isFolded = links.length > mostUnfolded;
  const here = links.find(({ href }) => href === current);
  return (
    <nav aria-label={t('layout.deskMenu')} className="site-nav bg-accent">
      {isFolded && (
        <details className="md:hidden">
          <summary className="page py-2.5 text-white">
            {t('layout.menuFolded')}
            {here && ` · ${here.label}`}
          </summary>
          <ul className="page">
            <MenuItems links={links} current={current} />
          </ul>
        </details>
      )}
      <ul className={isFolded ? 'page max-md:hidden' : 'page'}>
        <MenuItems links={links} current={current} />
      </ul>
    </nav>
  );
}

/** The header of every page of a desk: the desk's name, its links, and the signed-in account. */
export function DeskHeader({ deskName, links, ownLinks, current, userName, agencyName, signOut }: DeskHeaderProps) {
  const t = useT();
  return (
    <header className="border-t-4 border-emblem bg-surface">
      <div className="page flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
        <div className="flex items-center gap-3">
          <SiteMark />
          <p className="leading-tight">
            <a href={routes.home()} className="text-xs text-muted hover:text-accent hover:underline">
              {t('layout.name')}
            </a>
            <span className="block text-lg font-bold text-accent-strong">{deskName}</span>
          </p>
        </div>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <p>
            {agencyName && <span className="text-muted">{agencyName} </span>}
            <span className="font-medium">{userName}</span>
          </p>
          <nav aria-label={t('layout.ownMenu')}>
            <ul className="flex flex-wrap gap-x-4 gap-y-2">
              <MenuItems links={ownLinks} current={current} className="link aria-[current]:font-semibold" />
            </ul>
          </nav>
          {signOut}
        </div>
      </div>
      <DeskMenu links={links} current={current} />
    </header>
  );
}
