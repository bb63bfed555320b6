import { NoticeBox } from '@/components/ui/notice-box';
import type { OpenedAccount } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { officerName } from './officer';

/** Shows a new account's password for the only time: it is stored nowhere, and gone when the page is loaded again. */
export function OpenedAccountNotice({ account }: { account: OpenedAccount }) {
  const t = useT();
  return (
    <NoticeBox tone="success" title={t('accounts.officers.opened.title', { officer: officerName(t, account) })}>
      <p>
        {t('accounts.officers.opened.password')}
        <strong className="ml-2 font-mono text-lg select-all">{account.oneTimePassword}</strong>
      </p>
      <p className="text-sm">{t('accounts.officers.opened.hint')}</p>
    </NoticeBox>
  );
}
