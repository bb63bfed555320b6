/** The channels of notification beside the inbox (站内信), which every account has. */
export const deliveryChannels = ['mail', 'webhook', 'sms'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

const deliveryStatuses = ['pending', 'sending', 'handing_over', 'sent', 'failed', 'uncertain', 'dropped'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Reasons for a failed delivery for which no server answered; a server's own answer is kept in its words. */
export const deliveryProblems = [
  'not-configured',
  'host-not-allowed',
  'no-robot',
  'not-encrypted',
  'no-answer',
] as const;

/** Deliveries that the coordinator has to see to, because they are never sent again automatically. */
export const troubledStatuses = ['failed', 'uncertain'] as const satisfies readonly DeliveryStatus[];

/** An account's addresses, one per channel; '' for a missing one. */
export type ChannelAddresses = { mailAddress: string; webhookUrl: string; phone: string };

/** The address that each channel needs. */
export const addressField = { mail: 'mailAddress', webhook: 'webhookUrl', sms: 'phone' } as const satisfies Record<
  DeliveryChannel,
  keyof ChannelAddresses
>;

/** Gives an account's address for a channel; '' if it has none. */
export const addressFor = (channel: DeliveryChannel, addresses: ChannelAddresses): string =>
  addresses[addressField[channel]];

/** The channels that the portal can send over; a robot needs no setting of the portal. */
export type OfferedChannels = { mail: boolean; sms: boolean };

/** Says whether the portal can send over a channel at all. */
function isOffered(channel: DeliveryChannel, offered: OfferedChannels): boolean {
  return channel === 'webhook' || offered[channel];
}

/**
 * Says whether an account may choose a channel: one that the portal can send over, or one that it has chosen before, when
 * the portal could.
 */
export function mayChoose(
  channel: DeliveryChannel,
  { offered, chosen }: { offered: OfferedChannels; chosen: readonly DeliveryChannel[] },
): boolean {
  return isOffered(channel, offered) || chosen.includes(channel);
}

const minute = 60_000;

/** Milliseconds of the real clock from each failed attempt to the next. */
const pauses = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/**
 * Gives the pause after a number of failed attempts, in milliseconds of the real clock; null after the last attempt.
 */
export function retryPause(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}

/**
 * Time for which no other process takes over a delivery being sent, in milliseconds of the real clock: longer than a
 * sender takes at most. It is not what prevents a second sending: the database is asked before the final byte is sent.
 */
export const sendingLease = 3 * minute;
