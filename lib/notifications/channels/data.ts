import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { ChannelAddresses, DeliveryChannel } from '@/lib/domain/chasing/delivery';
import { db } from '@/lib/server/database/db';
import { mailSettings, smsSettings, webhookHosts } from '@/lib/server/delivery/delivery-settings';

export type Channels = ChannelAddresses & { channels: DeliveryChannel[]; hasSecret: boolean };

/** Gives the channels of an account with their addresses; of the robot's secret only whether there is one. */
export async function getChannels({ accountId }: Actor): Promise<Channels> {
  const { webhookSecret, ...chosen } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { channels: true, mailAddress: true, webhookUrl: true, webhookSecret: true, phone: true },
  });
  return { ...chosen, hasSecret: webhookSecret !== '' };
}

/** Gives the channels that this portal can send over, and the hosts on which it calls robots. */
export function offeredChannels() {
  return { mail: mailSettings() !== null, sms: smsSettings() !== null, hosts: webhookHosts() };
}
