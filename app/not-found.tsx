import type { Metadata } from 'next';
import { TextLink } from '@/components/ui/text-link';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: t('public.notFound.title') };

/** Short, because the framework sends it along with every page in case it is needed. */
export default function NotFound() {
  return (
    <main id="content" className="page py-16">
      <h1 className="text-2xl font-bold">{t('public.notFound.title')}</h1>
      <p className="mt-2 mb-6">{t('public.notFound.lead')}</p>
      <TextLink href={routes.home()}>{t('site.home')}</TextLink>{' '}
      <TextLink href={routes.siteMap()}>{t('site.siteMap')}</TextLink>
    </main>
  );
}
