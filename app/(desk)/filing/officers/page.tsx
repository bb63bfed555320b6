import type { Metadata } from 'next';
import { OfficersSections } from '@/components/accounts/officers/officers-sections';
import { PageHeader } from '@/components/ui/page-header';
import { loadOfficers } from '@/lib/accounts/officers/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.officers.title') };
}

/**
 * `/filing/officers`: the officers of the reader's own agency. An approver can transfer roles and name a deputy, a
 * reporter can only read.
 */
export default async function OfficersPage() {
  const t = getT();
  const page = await loadOfficers();
  return (
    <>
      <PageHeader
        title={t('accounts.officers.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('filing.desk.title'), href: routes.filing() },
          { label: t('accounts.officers.title') },
        ]}
        lead={[page.agency.name, t(page.mayChange ? 'accounts.officers.lead' : 'accounts.officers.readOnly')].join(
          ' · ',
        )}
      />
      <OfficersSections page={page} />
    </>
  );
}
