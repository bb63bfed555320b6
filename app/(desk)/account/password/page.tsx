import type { Metadata } from 'next';
import { PasswordForm } from '@/components/accounts/password-form';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadPasswordChange } from '@/lib/accounts/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.password-page.title') };
}

/** `/account/password`: changes one's own password. An account with a one-time password can open nothing else. */
export default async function PasswordPage() {
  const t = getT();
  const { userName, length, mustChangePassword } = await loadPasswordChange();
  return (
    <div className="max-w-xl">
      <PageHeader
        title={t('accounts.password-page.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('accounts.password-page.title') }]}
        lead={t('accounts.password-page.lead')}
      />
      {mustChangePassword && (
        <div className="mb-6">
          <NoticeBox tone="warning">{t('accounts.password-page.oneTime')}</NoticeBox>
        </div>
      )}
      <Card>
        <PasswordForm userName={userName} length={length} />
      </Card>
    </div>
  );
}
