import type { Metadata } from 'next';
import { AgencyFacts } from '@/components/register/agency-facts';
import { AgencyForm } from '@/components/register/agency-form';
import { AgencyHistory } from '@/components/register/agency-history';
import { AgencyPlans } from '@/components/register/agency-plans';
import { EndedNotice } from '@/components/register/ended-notice';
import { RenameForm } from '@/components/register/rename-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadAgency, type AgencyPage as Page } from '@/lib/register/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.title') };
}

function Changes({ agency, mayChange, mayEnd, today }: Page) {
  const t = getT();
  if (agency.abolishedOn !== null) return null;
  return (
    <Card className="grid gap-4">
      <SectionHeading>{t('register.agency.changes')}</SectionHeading>
      {!mayChange && <p className="text-muted">{t('register.agency.mayNotChange')}</p>}
      {mayChange && <RenameForm agency={agency} today={today} />}
      {mayEnd && (
        <ButtonLink href={routes.agencyEnding(agency.code)} variant="secondary" className="justify-self-start">
          {t('register.end.open')}
        </ButtonLink>
      )}
    </Card>
  );
}

/**
 * `/register/agencies/[code]`: an agency of the register, what is changed of it, and the record. 404 for everyone but the
 * division and the leader.
 */
export default async function RegisteredAgencyPage({ params }: PageProps<'/register/agencies/[code]'>) {
  const t = getT();
  const page = await loadAgency((await params).code);
  const { agency, events, parents, mayChange } = page;
  return (
    <>
      <PageHeader
        title={agency.name}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('register.title'), href: routes.register() },
          { label: agency.name },
        ]}
      />
      <div className="grid gap-5">
        {agency.abolishedOn !== null && (
          <EndedNotice on={agency.abolishedOn} successors={agency.changes[0]?.successors ?? []} />
        )}
        <Card className="grid gap-4">
          <SectionHeading>{t('register.agency.facts')}</SectionHeading>
          <AgencyFacts agency={agency} />
          {mayChange && <AgencyForm agency={agency} parents={parents} />}
        </Card>
        <Card>
          <SectionHeading>{t('register.agency.plans')}</SectionHeading>
          <AgencyPlans plans={agency.plans} />
        </Card>
        <Changes {...page} />
        <Card>
          <SectionHeading>{t('register.agency.history')}</SectionHeading>
          <AgencyHistory events={events} agencyId={agency.id} />
        </Card>
      </div>
    </>
  );
}
