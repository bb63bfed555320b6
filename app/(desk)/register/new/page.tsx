import type { Metadata } from 'next';
import { NewAgencyForm } from '@/components/register/new-agency-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadNewAgency } from '@/lib/register/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.add.title') };
}

/** `/register/new`: the form of a new agency, for coordinators; 404 for everyone else. */
export default async function NewAgencyPage() {
  const t = getT();
  const { parents } = await loadNewAgency();
  return (
    <>
      <PageHeader
        title={t('register.add.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('register.title'), href: routes.register() },
          { label: t('register.add.title') },
        ]}
        lead={t('register.add.lead')}
      />
      <Card>
        <NewAgencyForm parents={parents} />
      </Card>
    </>
  );
}
