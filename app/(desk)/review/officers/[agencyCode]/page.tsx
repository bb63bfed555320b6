import type { Metadata } from 'next';
import { OfficersSections } from '@/components/accounts/officers/officers-sections';
import { PageHeader } from '@/components/ui/page-header';
import { loadAgencyOfficers } from '@/lib/accounts/officers/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.officers.agencies.title') };
}

/**
 * `/review/officers/[agencyCode]`: the officers of one agency, whom the coordinator changes in its place, with a reason.
 * 404 for everyone but the division and the leader.
 */
export default async function AgencyOfficersPage({ params }: PageProps<'/review/officers/[agencyCode]'>) {
  const t = getT();
  const page = await loadAgencyOfficers((await params).agencyCode);
  return (
    <>
      <PageHeader
        title={t('accounts.officers.agencies.titleOf', { agency: page.agency.name })}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('accounts.officers.agencies.title'), href: routes.agenciesOfficers() },
          { label: page.agency.name },
        ]}
        lead={t(page.mayChange ? 'accounts.officers.onBehalf' : 'accounts.officers.onlyCoordinator')}
      />
      <OfficersSections page={page} />
    </>
  );
}
