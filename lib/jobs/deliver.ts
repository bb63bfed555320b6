import 'server-only';
import {
  beginHandingOver,
  type Claimed,
  claimDelivery,
  type DeliveryOutcome,
  settleDelivery,
  settleInterrupted,
} from '@/lib/deliveries/mutations';
import { addressFor, type DeliveryChannel } from '@/lib/domain/delivery';
import { letterOf } from '@/lib/notifications/letter-text';
import { type Carrier, Declined } from '@/lib/server/carriers';
import { portalNow, realNow } from '@/lib/server/clock';
import { log } from '@/lib/server/log';
import { sendMail } from '@/lib/server/mailer';
import { callRobot } from '@/lib/server/robot';
import { sendShortMessage } from '@/lib/server/sms-gateway';

const carriers: Record<DeliveryChannel, Carrier> = { mail: sendMail, webhook: callRobot, sms: sendShortMessage };

/** How many letters one process carries at once. */
const lanes = 4;
/** Milliseconds after which a run begins no further letter; the next run goes on. */
const longestRun = 200_000;

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function failureOf(error: unknown, isHandedOver: boolean): DeliveryOutcome {
  const words = wordsOf(error);
  if (error instanceof Declined) return { status: 'declined', error: words, isFinal: error.isFinal };
  // No answer: before the last byte it has not arrived, after it nobody knows.
  return isHandedOver ? { status: 'uncertain', error: words } : { status: 'declined', error: words, isFinal: false };
}

async function carry(claimed: Claimed): Promise<DeliveryOutcome> {
  if (!claimed.isWanted || addressFor(claimed.channel, claimed) === '') return { status: 'dropped', error: '' };
  let granted: boolean | undefined;
  const handOver = async () => {
    granted = await beginHandingOver(claimed);
    if (!granted) throw new Error('not to be handed over any more');
  };
  try {
    await carriers[claimed.channel](letterOf(claimed), handOver);
    return { status: 'sent', at: await portalNow() };
  } catch (error) {
    return granted === false ? { status: 'dropped', error: '' } : failureOf(error, granted === true);
  }
}

async function workLane(until: number): Promise<void> {
  while (realNow().getTime() < until) {
    const claimed = await claimDelivery(realNow());
    if (!claimed) return;
    const outcome = await carry(claimed);
    if (outcome.status !== 'sent') log.warn({ delivery: claimed.id, ...outcome }, 'a message was not sent');
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

/** Sends what is due, as long as something is; beside other processes, of which none sends what another has begun. */
export async function deliverDue(): Promise<void> {
  underWay ??= deliverAll().finally(() => {
    underWay = undefined;
  });
  return underWay;
}
