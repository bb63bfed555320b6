import 'server-only';
import { z } from 'zod';
import { realNow } from '@/lib/server/clock';
import { hmacSha256 } from '@/lib/server/files/digest';
import { postDelayingFinalByte } from './delayed-final-byte';
import { webhookOrigins } from './delivery-settings';
import { Declined, type OutgoingMessage, type Sender } from './senders';

/**
 * Says whether the portal calls an address typed by a user. Only listed hosts are called, because the portal's machine
 * has access to servers that the user has not.
 */
export function isAllowedWebhook(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  return username === '' && password === '' && webhookOrigins().includes(origin);
}

/** The answer of both robots; they refuse with HTTP status 200 too. */
const answerSchema = z.object({ errcode: z.number(), errmsg: z.string().default('') });

function answerOf(body: string) {
  try {
    return answerSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** From these statuses of a gateway in between it is unknown whether the robot has received the message. */
const unknowing: readonly number[] = [502, 504];

/** Bytes of UTF-8 that 企业微信 accepts in a text; 钉钉 accepts more. */
export const mostRobotBytes = 2_048;

export const robotContent = ({ subject, text }: Pick<OutgoingMessage, 'subject' | 'text'>) => `${subject}\n${text}`;

/** A robot's address, signed where there is a secret (加签): 钉钉 accepts a signature for an hour from its time on. */
function signed(address: string, secret: string): URL {
  const url = new URL(address);
  if (secret === '') return url;
  const timestamp = String(realNow().getTime());
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', hmacSha256(secret, `${timestamp}\n${secret}`));
  return url;
}

/** Posts a message to a group of 企业微信 or 钉钉 through its robot; both accept a text message in the same form. */
export const callRobot: Sender = async ({ to, secret, ...outgoing }, beforeFinalByte) => {
  if (!isAllowedWebhook(to)) throw new Declined('host-not-allowed', true);
  const message = { msgtype: 'text', text: { content: robotContent(outgoing) } };
  const { status, body } = await postDelayingFinalByte(signed(to, secret), message, { beforeFinalByte });
  if (unknowing.includes(status)) throw new Error(`HTTP ${status}`);
  if (status !== 200) throw new Declined(`HTTP ${status}`);
  const answer = answerOf(body);
  if (answer?.errcode !== 0) throw new Declined(answer ? `${answer.errcode} ${answer.errmsg}` : 'no-robot');
};
