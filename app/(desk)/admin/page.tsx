import type { Metadata } from 'next';
import { AccountEvents } from '@/components/accounts/administration/account-events';
import { AccountTable } from '@/components/accounts/administration/account-table';
import { SecurityRules } from '@/components/accounts/administration/security-rules';
import { SignInLocks } from '@/components/accounts/administration/sign-in-locks';
import { PageHeader } from '@/components/ui/page-header';
import { loadAdminDesk } from '@/lib/accounts/audit/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.administration.title') };
}

/**
 * The desk of the three administrators: accounts, rules or the log, each for its own role; no reports. 404 for others.
 */
export default async function AdminPage() {
  const t = getT();
  const { accounts, events, locks, rules } = await loadAdminDesk();
  return (
    <>
      <PageHeader
        title={t('accounts.administration.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('accounts.administration.title') }]}
        lead={t('accounts.administration.noContent')}
      />
      {accounts && <AccountTable accounts={accounts} />}
      {events && <AccountEvents events={events} />}
      {locks && <SignInLocks locks={locks} />}
      {rules && <SecurityRules rules={rules} />}
    </>
  );
}
