import 'server-only';
import { z } from 'zod';
import { listedNames, settingsOf } from '@/lib/server/process/env';
import { isPlainAllowed, isThisMachine } from '@/lib/server/process/plain-connections';

/** Percent-encoding that can be read; a password with a bare percent sign has none. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const isMailAddress = (from: string) => /^[^<>@\s]+@[^<>@\s]+$/.test(/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim());

const originOf = (host: string) => (host.includes('://') ? host : `https://${host}`);
const isOrigin = (origin: string) => /^https?:\/\/[^/?#@]+$/.test(origin) && URL.canParse(origin);

export const deliverySettingsSchema = z.object({
  /** smtp://user:password@host:port, or smtps:// where the connection is encrypted from its first byte. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./ })
    .refine((url) => isDecodable(url) && /^smtps?:\/\/[^/?#]+\/?$/.test(url))
    .optional(),
  /** Sender of the mail: an address, or a name and an address in angle brackets. */
  MAIL_FROM: z.string().max(200).refine(isMailAddress).optional(),
  /** Hosts on which robots may be called over https, or whole origins for a robot with another protocol or port. */
  WEBHOOK_HOSTS: z
    .string()
    .default('qyapi.weixin.qq.com,oapi.dingtalk.com')
    .transform(listedNames)
    .pipe(z.array(z.string().refine((host) => isOrigin(originOf(host))))),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().default(''),
});

export type MailSettings = {
  host: string;
  port: number;
  /** Encrypted from the first byte. */
  secure: boolean;
  /** Encrypted before anything is said, or not at all. */
  requireTLS: boolean;
  user: string;
  password: string;
  from: string;
};

/** Gives the mail server; null where none is set. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL, MAIL_FROM } = settingsOf(deliverySettingsSchema);
  if (!SMTP_URL) return null;
  const url = new URL(SMTP_URL);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isThisMachine(url.hostname) && !isPlainAllowed('SMTP_URL'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: MAIL_FROM ?? `portal@${url.hostname}`,
  };
}

/** Gives the hosts or origins on which robots may be called, as they are set. */
export function webhookHosts(): string[] {
  return settingsOf(deliverySettingsSchema).WEBHOOK_HOSTS;
}

/** Gives the same as origins. */
export function webhookOrigins(variables = process.env): string[] {
  return settingsOf(deliverySettingsSchema, variables).WEBHOOK_HOSTS.map((host) => new URL(originOf(host)).origin);
}

/** Gives the gateway for short messages; null where none is set. */
export function smsSettings(): { url: URL; token: string } | null {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN } = settingsOf(deliverySettingsSchema);
  return SMS_GATEWAY_URL ? { url: new URL(SMS_GATEWAY_URL), token: SMS_GATEWAY_TOKEN } : null;
}
