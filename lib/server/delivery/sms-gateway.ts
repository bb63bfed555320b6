import 'server-only';
import { z } from 'zod';
import { settingsOf } from '@/lib/server/process/env';
import { postDelayingFinalByte } from './delayed-final-byte';
import { Declined, type Sender } from './senders';

const schema = z.object({
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().default(''),
});

/** Gives the gateway for short messages; null where none is set. */
export function smsSettings(): { url: URL; token: string } | null {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN } = settingsOf(schema);
  return SMS_GATEWAY_URL ? { url: new URL(SMS_GATEWAY_URL), token: SMS_GATEWAY_TOKEN } : null;
}

/**
 * Posts a short message to the gateway of the setting SMS_GATEWAY_URL: {"id", "phone", "text"}, accepted by any 2xx.
 * The gateway adapts it to the city's provider; `id` stays the same when a message is tried again.
 */
export const sendShortMessage: Sender = async ({ key, to, subject }, beforeFinalByte) => {
  const settings = smsSettings();
  if (!settings) throw new Declined('not-configured', true);
  const headers = settings.token ? { Authorization: `Bearer ${settings.token}` } : undefined;
  const { status } = await postDelayingFinalByte(
    settings.url,
    { id: key, phone: to, text: subject },
    { beforeFinalByte, headers },
  );
  if (status === 502 || status === 504) throw new Error(`HTTP ${status}`);
  if (status < 200 || status > 299) throw new Declined(`HTTP ${status}`);
};
