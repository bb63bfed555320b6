import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('public.notFound.title') };
}

/** Rendered within the desk's frame, so that its navigation stays available. */
export default function NotOnTheDesk() {
  const t = getT();
  const title = t('public.notFound.title');
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: title }]}
        lead={t('public.notFound.lead')}
      />
      <TextLink href={routes.desk()}>{t('public.notFound.toDesk')}</TextLink>
    </>
  );
}
