import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { addressFor, mayChoose } from '@/lib/domain/chasing/delivery';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { ChannelsInput } from '@/lib/schemas/channels';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { webhookHosts } from '@/lib/server/delivery/delivery-settings';
import { isAllowedWebhook } from '@/lib/server/delivery/robot';
import { offeredChannels } from './data';

/**
 * Sets the channels by which an account is notified. A robot's secret belongs to its address: left empty, it is kept
 * until the address changes. Refuses a channel without its address, a channel that the portal cannot send over, and a
 * robot on a host that it does not call.
 */
export async function setChannels(actor: Actor, input: ChannelsInput, address: string): Promise<Result<void>> {
  const channels = [...new Set(input.channels)];
  if (channels.some((channel) => addressFor(channel, input) === ''))
    return refused({ code: 'channel-address-missing' });
  if (input.webhookUrl !== '' && !isAllowedWebhook(input.webhookUrl)) {
    return refused({ code: 'webhook-not-allowed', hosts: webhookHosts() });
  }
  return db.$transaction(async (transaction) => {
    const stored = await transaction.account.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: { channels: true, webhookUrl: true, webhookSecret: true },
    });
    const known = { offered: offeredChannels(), chosen: stored.channels };
    if (!channels.every((channel) => mayChoose(channel, known))) return refused({ code: 'channel-not-offered' });
    const keptSecret = stored.webhookUrl === input.webhookUrl ? stored.webhookSecret : '';
    await transaction.account.update({
      where: { id: actor.accountId },
      data: { ...input, channels, webhookSecret: input.webhookSecret || keptSecret },
      select: { id: true },
    });
    await recordEvent(transaction, {
      name: 'channels-set',
      accountId: actor.accountId,
      address,
      detail: { channels },
    });
    return accepted(undefined);
  });
}
