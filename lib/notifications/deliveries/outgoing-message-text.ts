import 'server-only';
import { addressFor } from '@/lib/domain/chasing/delivery';
import type { Claimed } from '@/lib/notifications/deliveries/mutations';
import { mostRobotBytes, robotContent } from '@/lib/server/delivery/robot';
import type { OutgoingMessage } from '@/lib/server/delivery/senders';
import { portalAddress } from '@/lib/server/process/site-settings';
import { getT } from '@/lib/text/get-t';

/** The longest beginning of a text that fits into a number of bytes of UTF-8. */
const cutTo = (text: string, bytes: number) =>
  new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });

/** Gives an outgoing message: with the full address of the page that it links to, shortened for a robot. */
export function outgoingMessageOf(delivery: Claimed): OutgoingMessage {
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
