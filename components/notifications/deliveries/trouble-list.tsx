import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { LoggedMessage } from '@/lib/notifications/deliveries/data';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { deliveryWords } from './delivery-words';
import { ResendForm } from './resend-form';

type TroubleListProps = { messages: readonly LoggedMessage[]; total: number; failed: number; mayResend: boolean };

/**
 * Messages that failed or may not have arrived, each to be checked and sent again by a person; failed ones also all at
 * once.
 */
export function TroubleList({ messages, total, failed, mayResend }: TroubleListProps) {
  const t = useT();
  return (
    <Card>
      <SectionHeading>{t('chasing.trouble.title', { count: total })}</SectionHeading>
      <p className="mb-4 max-w-text text-muted">{t('chasing.trouble.lead')}</p>
      {mayResend && failed > 1 && (
        <div className="mb-4">
          <ResendForm>{t('chasing.trouble.resendAll', { count: failed })}</ResendForm>
        </div>
      )}
      <ul className="grid gap-3">
        {messages.map(({ id, subject, createdAt, name, agencyName, deliveries }) => (
          <li key={id} className="grid gap-1 border-l-2 border-danger-line pl-3">
            <strong className="font-semibold">{subject}</strong>
            <span className="text-sm text-muted">
              {agencyName} {name} · {formatInstant(createdAt)}
            </span>
            {deliveries.map((delivery) => (
              <div key={delivery.id} className="flex flex-wrap items-center gap-x-4">
                <span className="min-w-0 break-words text-danger">{deliveryWords(t, delivery)}</span>
                {mayResend && (
                  <ResendForm deliveryId={delivery.id} variant="quiet">
                    <span aria-hidden="true">{t('chasing.trouble.resend')}</span>
                    <span className="sr-only">{t('chasing.trouble.resendNamed', { name })}</span>
                  </ResendForm>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
