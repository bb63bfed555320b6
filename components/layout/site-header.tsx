import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { SiteMark } from './site-mark';

const publicPages = [
  { key: 'home', href: routes.home() },
  { key: 'notice', href: routes.notice() },
  { key: 'agencies', href: routes.agencies() },
  { key: 'tasks', href: routes.tasks() },
  { key: 'deadlines', href: routes.deadlines() },
] as const;

export type PublicColumn = (typeof publicPages)[number]['key'];

/** The header of every public page; `current` is the column to which the page belongs. */
export function SiteHeader({ current }: { current?: PublicColumn }) {
  const t = useT();
  return (
    <header className="border-t-4 border-emblem bg-surface">
      <div className="page flex items-center gap-3 py-4 md:py-5">
        <SiteMark />
        <p className="leading-tight">
          <a href={routes.home()} className="text-xl font-bold text-accent-strong md:text-2xl">
            {t('layout.name')}
          </a>
          <span className="mt-0.5 block text-xs text-muted">{t('layout.tagline')}</span>
        </p>
      </div>
      <nav aria-label={t('layout.menu')} className="site-nav bg-accent">
        <ul className="page">
          {publicPages.map(({ key, href }) => (
            <li key={key}>
              <a href={href} {...(key === current && { 'aria-current': 'page' })}>
                {t(`layout.nav.${key}`)}
              </a>
            </li>
          ))}
          <li className="md:ml-auto">
            <a href={routes.signIn()}>{t('layout.signIn')}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}
