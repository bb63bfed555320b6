import type { Metadata } from 'next';
import { MakeOfficeForm } from '@/components/offices/make-office-form';
import { OfficeTable } from '@/components/offices/office-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadOffices } from '@/lib/offices/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('offices.title') };
}

/** `/plans/offices`: the visitor's offices with their people. 404 for agencies and administrators. */
export default async function OfficesPage() {
  const t = getT();
  const { offices, mayKeep } = await loadOffices();
  return (
    <>
      <PageHeader
        title={t('offices.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          { label: t('offices.title') },
        ]}
        lead={t('offices.lead')}
      />
      <div className="grid gap-6">
        <Card>
          <OfficeTable offices={offices} mayKeep={mayKeep} />
        </Card>
        {mayKeep && (
          <Card className="grid gap-4">
            <SectionHeading>{t('offices.make')}</SectionHeading>
            <MakeOfficeForm />
          </Card>
        )}
      </div>
    </>
  );
}
