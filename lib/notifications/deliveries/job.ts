import 'server-only';
import { addressFor, type DeliveryChannel, type deliveryProblems } from '@/lib/domain/chasing/delivery';
import { portalNow, realNow } from '@/lib/server/clock';
import { sendMail } from '@/lib/server/delivery/mailer';
import { callRobot, mostRobotBytes, robotContent } from '@/lib/server/delivery/robot';
import { Declined, type OutgoingMessage, type Sender } from '@/lib/server/delivery/senders';
import { sendShortMessage } from '@/lib/server/delivery/sms-gateway';
import { log } from '@/lib/server/process/log';
import { portalAddress } from '@/lib/server/process/site-settings';
import { getT } from '@/lib/text/get-t';
import {
  beginTransmission,
  type Claimed,
  claimDelivery,
  type DeliveryOutcome,
  settleDelivery,
  settleInterrupted,
} from './mutations';

const senders: Record<DeliveryChannel, Sender> = { mail: sendMail, webhook: callRobot, sms: sendShortMessage };

/** Most messages that one process sends at once. */
const lanes = 4;
/** Milliseconds after which a run starts no further message; the next run continues. */
const longestRun = 200_000;

/** The longest beginning of a text that fits into a number of bytes of UTF-8. */
const cutTo = (text: string, bytes: number) =>
  new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });

/** Gives an outgoing message: with the full address of the page that it links to, shortened for a robot. */
function outgoingMessageOf(delivery: Claimed): OutgoingMessage {
  const t = getT();
  const { id, channel, subject, body, link, webhookSecret: secret } = delivery;
  const address = new URL(link, portalAddress()).href;
  const textOf = (said: string) => t('notifications.texts.outgoing', { body: said, address });
  const bytesOf = (said: string) => Buffer.byteLength(robotContent({ subject, text: textOf(said) }));
  const available = mostRobotBytes - bytesOf(t('notifications.texts.cut', { body: '' }));
  const isTooLong = channel === 'webhook' && bytesOf(body) > mostRobotBytes;
  const text = textOf(isTooLong ? t('notifications.texts.cut', { body: cutTo(body, available) }) : body);
  return { key: id, to: addressFor(channel, delivery), secret, subject, text };
}

function failureOf(error: unknown, isFinalByteSent: boolean): DeliveryOutcome {
  if (error instanceof Declined) return { status: 'declined', error: error.message, isFinal: error.isFinal };
  // Before the final byte the message cannot have arrived; after it nobody knows.
  const problem: (typeof deliveryProblems)[number] = 'no-answer';
  return isFinalByteSent
    ? { status: 'uncertain', error: problem }
    : { status: 'declined', error: problem, isFinal: false };
}

async function send(claimed: Claimed): Promise<DeliveryOutcome> {
  if (!claimed.isWanted || addressFor(claimed.channel, claimed) === '') return { status: 'dropped', error: '' };
  let granted: boolean | undefined;
  const beforeFinalByte = async () => {
    granted = await beginTransmission(claimed);
    if (!granted) throw new Error('not to be handed over any more');
  };
  try {
    await senders[claimed.channel](outgoingMessageOf(claimed), beforeFinalByte);
    return { status: 'sent', at: await portalNow() };
  } catch (error) {
    if (granted === false) return { status: 'dropped', error: '' };
    log.warn({ err: error, delivery: claimed.id }, 'a message was not sent');
    return failureOf(error, granted === true);
  }
}

async function workLane(until: number): Promise<void> {
  while (realNow().getTime() < until) {
    const claimed = await claimDelivery(realNow());
    if (!claimed) return;
    const outcome = await send(claimed);
    await settleDelivery(claimed, outcome, realNow());
  }
}

async function deliverAll(): Promise<void> {
  const count = await settleInterrupted(realNow());
  if (count > 0) log.warn({ count }, 'messages may have been sent by a process that ended');
  const until = realNow().getTime() + longestRun;
  await Promise.all(Array.from({ length: lanes }, () => workLane(until)));
}

let underWay: Promise<void> | undefined;

/** Sends all due deliveries. Other processes may do the same: none sends a delivery that another has begun. */
export async function deliverDue(): Promise<void> {
  underWay ??= deliverAll().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/**
 * Starts sending due deliveries without waiting for the receiving servers. The job of every minute tries failed ones
 * again.
 */
export function beginDelivering(): void {
  deliverDue().catch((error: unknown) => log.error({ err: error }, 'delivering failed'));
}
