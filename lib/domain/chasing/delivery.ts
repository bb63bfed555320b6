/** The ways of telling somebody beside the desk's own messages (站内信), which everybody has. */
export const deliveryChannels = ['mail', 'webhook', 'sms'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

export const deliveryStatuses = [
  'pending',
  'sending',
  'handing_over',
  'sent',
  'failed',
  'uncertain',
  'dropped',
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Why a letter was not carried, where no server answered why; what one answered stands in that server's words. */
export const deliveryProblems = ['not-configured', 'host-not-allowed', 'no-robot', 'no-answer'] as const;

/** What the coordinator has to see to: nobody tries it again by itself. */
export const troubledStatuses = ['failed', 'uncertain'] as const satisfies readonly DeliveryStatus[];

/** Which address a channel has in an account's settings. */
export type ChannelAddresses = { mailAddress: string; webhookUrl: string; phone: string };

export function addressFor(channel: DeliveryChannel, { mailAddress, webhookUrl, phone }: ChannelAddresses): string {
  return { mail: mailAddress, webhook: webhookUrl, sms: phone }[channel];
}

const minute = 60_000;

/** Milliseconds of the real clock after each failed try until the next. */
const pauses = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** How long to wait after so many failed tries, in milliseconds of the real clock; null where it is given up. */
export function retryPause(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}

/**
 * How long nobody else takes over what one process is sending, in milliseconds of the real clock: longer than a carrier
 * takes at most. That nothing goes out twice does not rest on it: handing over asks the database first.
 */
export const sendingLease = 3 * minute;
