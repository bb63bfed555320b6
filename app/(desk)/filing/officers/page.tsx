import type { Metadata } from 'next';
import { OfficerForm } from '@/components/accounts/officers/officer-form';
import { OfficerHistory } from '@/components/accounts/officers/officer-history';
import { OfficerTable } from '@/components/accounts/officers/officer-table';
import { SignOffSetting } from '@/components/accounts/officers/sign-off-setting';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadOfficers } from '@/lib/accounts/officers/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.officers.title') };
}

const steps = ['hand-over', 'give', 'take'] as const;

/**
 * `/filing/officers`: the officers of the reader's own agency. An approver can transfer roles, a reporter can only
 * read.
 */
export default async function OfficersPage() {
  const t = getT();
  const { agencyName, officers, events, signOffRequired, mayChange } = await loadOfficers();
  return (
    <>
      <PageHeader
        title={t('accounts.officers.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('filing.desk.title'), href: routes.filing() },
          { label: t('accounts.officers.title') },
        ]}
        lead={[agencyName, t(mayChange ? 'accounts.officers.lead' : 'accounts.officers.readOnly')].join(' · ')}
      />
      <div className="grid gap-8">
        <TableSheet>
          <OfficerTable officers={officers} />
        </TableSheet>
        {mayChange && (
          <div className="flex flex-wrap items-start gap-3">
            {steps.map((step) => (
              <OfficerForm key={step} step={step} officers={officers} />
            ))}
          </div>
        )}
        <Card>
          <SectionHeading>{t('accounts.officers.signOff.title')}</SectionHeading>
          <SignOffSetting isRequired={signOffRequired} mayChange={mayChange} />
        </Card>
        <Card>
          <SectionHeading>{t('accounts.officers.history.title')}</SectionHeading>
          <OfficerHistory events={events} />
        </Card>
      </div>
    </>
  );
}
