import type { Metadata } from 'next';
import { OfficeMembersForm } from '@/components/offices/office-members-form';
import { RenameOfficeForm } from '@/components/offices/rename-office-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadOffice } from '@/lib/offices/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export async function generateMetadata({ params }: PageProps<'/plans/offices/[code]'>): Promise<Metadata> {
  const { office } = await loadOffice((await params).code);
  return { title: office.name };
}

/** `/plans/offices/[code]`: the name and the people of an office, for whoever keeps the offices; 404 for everybody else. */
export default async function OfficePage({ params }: PageProps<'/plans/offices/[code]'>) {
  const t = getT();
  const { office, division } = await loadOffice((await params).code);
  return (
    <>
      <PageHeader
        title={office.name}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          { label: t('offices.title'), href: routes.offices() },
          { label: office.name },
        ]}
      />
      <div className="grid gap-6">
        <Card className="grid gap-4">
          <SectionHeading>{t('offices.members')}</SectionHeading>
          <p className="max-w-text text-muted">{t('offices.membersLead')}</p>
          <OfficeMembersForm office={office} division={division} />
        </Card>
        <Card className="grid gap-4">
          <SectionHeading>{t('offices.rename')}</SectionHeading>
          <RenameOfficeForm office={office} />
        </Card>
      </div>
    </>
  );
}
