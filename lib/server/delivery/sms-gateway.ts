import 'server-only';
import { postDelayingFinalByte } from './delayed-final-byte';
import { smsSettings } from './delivery-settings';
import { Declined, type Sender } from './senders';

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
