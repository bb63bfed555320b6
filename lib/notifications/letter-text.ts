import 'server-only';
import type { Claimed } from '@/lib/deliveries/mutations';
import { addressFor } from '@/lib/domain/delivery';
import { t } from '@/lib/messages/translator';
import type { Letter } from '@/lib/server/carriers';
import { portalAddress } from '@/lib/server/site-settings';

/** A message as it leaves the portal: with the full address of the page that it speaks of. */
export function letterOf(delivery: Claimed): Letter {
  const { id, channel, subject, body, link } = delivery;
  const address = new URL(link, portalAddress()).href;
  return { key: id, to: addressFor(channel, delivery), subject, text: t('told.letter', { body, address }) };
}
