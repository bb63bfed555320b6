import { deliveryProblems } from '@/lib/domain/chasing/delivery';
import type { LoggedDelivery } from '@/lib/notifications/deliveries/data';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

function problemWords(t: Translate, lastError: string): string {
  const known = deliveryProblems.find((problem) => problem === lastError);
  return known ? t(`chasing.problems.${known}`) : lastError;
}

/** Gives the channel of a delivery and its outcome in words. */
export function deliveryWords(t: Translate, { channel, status, attempts, lastError, sentAt }: LoggedDelivery): string {
  const said = { channel: t(`chasing.channels.${channel}`), status: t(`chasing.statuses.${status}`) };
  if (sentAt) return t('chasing.deliveryAt', { ...said, at: formatInstant(sentAt) });
  return lastError
    ? t('chasing.deliveryError', { ...said, attempts, error: problemWords(t, lastError) })
    : t('chasing.delivery', said);
}
