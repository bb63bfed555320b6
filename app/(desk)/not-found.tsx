import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import { t } from '@/lib/text/translator';

export const metadata: Metadata = { title: t('public.notFound.title') };

/** Said within the frame of the desk, from which one goes on. */
export default function NotOnTheDesk() {
  const title = t('public.notFound.title');
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('site.home'), href: routes.home() }, { label: title }]}
        lead={t('public.notFound.lead')}
      />
      <TextLink href={routes.desk()}>{t('public.notFound.toDesk')}</TextLink>
    </>
  );
}
