import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SectionHeading } from '@/components/ui/section-heading';
import type { SignInLock } from '@/lib/accounts/locks/data';
import { formatExactInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { UnlockForm } from './unlock-form';

/** The counter that a button lifts. */
const keyOf = ({ addressKey, userName, device }: SignInLock) => JSON.stringify({ addressKey, userName, device });

const whence = (t: Translate, { addressKey, device }: SignInLock) =>
  device === '' ? addressKey : t('accounts.administration.locks.device');

const whom = (t: Translate, { userName }: SignInLock) => userName || t('accounts.administration.locks.everyone');

const columns = (t: Translate): Column<SignInLock>[] => [
  {
    key: 'address',
    header: t('accounts.administration.locks.address'),
    isRowHeader: true,
    cell: (lock) => whence(t, lock),
  },
  { key: 'account', header: t('accounts.administration.locks.account'), cell: (lock) => whom(t, lock) },
  {
    key: 'wrong',
    header: t('accounts.administration.locks.wrong'),
    cell: ({ wrong }) => t('accounts.administration.locks.times', { wrong }),
  },
  {
    key: 'until',
    header: t('accounts.administration.locks.until'),
    tight: true,
    cell: ({ until }) => formatExactInstant(until),
  },
  {
    key: 'lift',
    header: t('accounts.administration.locks.lift'),
    isOnScreenOnly: true,
    cell: (lock) => (
      <Button
        type="submit"
        name="lock"
        value={keyOf(lock)}
        variant="secondary"
        aria-label={t('accounts.administration.locks.liftNamed', { address: whence(t, lock), account: whom(t, lock) })}
      >
        {t('accounts.administration.locks.lift')}
      </Button>
    ),
  },
];

/** Addresses and devices that are kept out after too many wrong passwords, each with a button that lets them in again. */
export function SignInLocks({ locks }: { locks: readonly SignInLock[] }) {
  const t = useT();
  return (
    <Card className="mb-6">
      <SectionHeading aside={t('accounts.administration.locks.lead')}>
        {t('accounts.administration.locks.title')}
      </SectionHeading>
      <UnlockForm>
        <DataTable
          caption={t('accounts.administration.locks.caption')}
          captionHidden
          columns={columns(t)}
          rows={locks}
          rowKey={keyOf}
          empty={t('accounts.administration.locks.empty')}
        />
      </UnlockForm>
    </Card>
  );
}
