import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { ChannelAddresses, DeliveryChannel } from '@/lib/domain/chasing/delivery';
import { db } from '@/lib/server/database/db';
import { mailSettings, smsSettings, webhookHosts } from '@/lib/server/delivery/delivery-settings';

export type Channels = ChannelAddresses & { channels: DeliveryChannel[]; hasSecret: boolean };

/** By which ways an account is told, and where; of the robot's secret, only whether there is one. */
export async function getChannels({ accountId }: Actor): Promise<Channels> {
  const { webhookSecret, ...chosen } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { channels: true, mailAddress: true, webhookUrl: true, webhookSecret: true, phone: true },
  });
  return { ...chosen, hasSecret: webhookSecret !== '' };
}

/** Which ways this portal has at all, and on which hosts it calls robots. */
export function offeredChannels() {
  return { mail: mailSettings() !== null, sms: smsSettings() !== null, hosts: webhookHosts() };
}
