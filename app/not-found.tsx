import type { Metadata } from 'next';
import { PublicPage } from '@/components/public/public-page';
import { TextLink } from '@/components/ui/text-link';
import { t } from '@/lib/messages/translator';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: t('public.notFound.title') };

const ways = [
  { href: routes.home(), label: t('site.nav.home') },
  { href: routes.agencies(), label: t('site.nav.agencies') },
  { href: routes.tasks(), label: t('site.nav.tasks') },
  { href: routes.siteMap(), label: t('site.siteMap') },
];

export default async function NotFound() {
  return (
    <PublicPage identity={await loadSiteIdentity()} title={t('public.notFound.title')} lead={t('public.notFound.lead')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}
