import 'server-only';
import { addressFor } from '@/lib/domain/chasing/delivery';
import type { Claimed } from '@/lib/notifications/deliveries/mutations';
import type { Letter } from '@/lib/server/delivery/carriers';
import { mostRobotBytes, robotContent } from '@/lib/server/delivery/robot';
import { portalAddress } from '@/lib/server/process/site-settings';
import { getT } from '@/lib/text/get-t';

/** The longest beginning of a text that fits into a number of bytes of UTF-8. */
const cutTo = (text: string, bytes: number) =>
  new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });

/** Gives an outgoing message: with the full address of the page that it links to, shortened for a robot. */
export function letterOf(delivery: Claimed): Letter {
  const t = getT();
  const { id, channel, subject, body, link, webhookSecret: secret } = delivery;
  const address = new URL(link, portalAddress()).href;
  const textOf = (said: string) => t('told.letter', { body: said, address });
  const bytesOf = (said: string) => Buffer.byteLength(robotContent({ subject, text: textOf(said) }));
  const room = mostRobotBytes - bytesOf(t('told.cut', { body: '' }));
  const isTooLong = channel === 'webhook' && bytesOf(body) > mostRobotBytes;
  const text = textOf(isTooLong ? t('told.cut', { body: cutTo(body, room) }) : body);
  return { key: id, to: addressFor(channel, delivery), secret, subject, text };
}
