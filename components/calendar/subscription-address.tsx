import { CopyButton } from '@/components/ui/copy-button';
import { TextField } from '@/components/ui/field';
import { useT } from '@/lib/text/use-t';
import { SubscriptionForm } from './subscription-form';

/** The secret address, the ways to copy it, and the two commands that make it invalid. */
export function SubscriptionAddress({ address }: { address: string }) {
  const t = useT();
  return (
    <div className="grid gap-5">
      <TextField
        label={t('calendar.subscription.address')}
        hint={t('calendar.subscription.addressHint')}
        name="address"
        readOnly
        value={address}
        className="font-mono text-sm"
      />
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={address} />
        <a href={address.replace(/^https?:/, 'webcal:')} className="link">
          {t('calendar.subscription.open')}
        </a>
      </div>
      <details>
        <summary className="link w-fit">{t('calendar.subscription.manage')}</summary>
        <div className="mt-3 grid gap-4 rounded-md border border-line bg-ground p-4">
          <div className="grid gap-2">
            <p>{t('calendar.subscription.renewHint')}</p>
            <SubscriptionForm change="renew" variant="secondary" />
          </div>
          <div className="grid gap-2">
            <p>{t('calendar.subscription.unsubscribeHint')}</p>
            <SubscriptionForm change="unsubscribe" variant="danger" />
          </div>
        </div>
      </details>
    </div>
  );
}
