import type { Metadata } from 'next';
import { PlainMessage } from '@/components/layout/plain-message';
import { TextLink } from '@/components/ui/text-link';
import { loadContact } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { contactWords } from '@/lib/text/contact-words';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('public.notFound.title') };
}

/**
 * The page of everything that is not there, on the desks too. Short, because the framework sends it along with every page
 * in case it is needed.
 */
export default async function NotFound() {
  const t = getT();
  const contact = await loadContact();
  return (
    <PlainMessage site={t('layout.name')} title={t('public.notFound.title')}>
      <p>{t('public.notFound.lead')}</p>
      {contact && <p className="text-muted">{contactWords(t, contact)}</p>}
      <p className="mt-6 flex gap-6">
        <TextLink href={routes.home()}>{t('layout.home')}</TextLink>
        <TextLink href={routes.siteMap()}>{t('layout.siteMap')}</TextLink>
        <TextLink href={routes.desk()}>{t('public.notFound.toDesk')}</TextLink>
      </p>
    </PlainMessage>
  );
}
