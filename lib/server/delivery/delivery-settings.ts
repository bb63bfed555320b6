import 'server-only';
import { z } from 'zod';

const schema = z.object({
  /** smtp://user:password@host:port, or smtps:// where the connection is encrypted from its first byte. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of the mail: an address, or a name and an address in angle brackets. */
  MAIL_FROM: z.string().max(200).optional(),
  /** Hosts on which robots may be called over https, or whole origins for a robot with another protocol or port. */
  WEBHOOK_HOSTS: z.string().default('qyapi.weixin.qq.com,oapi.dingtalk.com'),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
});

/** Read again each time, which is cheap. An empty variable counts as absent; the error for a malformed one names it. */
function settings(): z.output<typeof schema> {
  return schema.parse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')));
}

export type MailSettings = {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  from: string;
};

/** Gives the mail server; null where none is set. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL) return null;
  const url = new URL(SMTP_URL);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: MAIL_FROM ?? `portal@${url.hostname}`,
  };
}

/** Gives the gateway for short messages; null where none is set. */
export function smsSettings(): { url: URL; token: string } | null {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN = '' } = settings();
  return SMS_GATEWAY_URL ? { url: new URL(SMS_GATEWAY_URL), token: SMS_GATEWAY_TOKEN } : null;
}

/** Gives the hosts or origins on which robots may be called. */
export function webhookHosts(): string[] {
  return settings()
    .WEBHOOK_HOSTS.split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

/**
 * Says whether the portal calls an address typed by a user. Only listed hosts are called, because the portal's machine
 * has access to servers that the user has not.
 */
export function isAllowedWebhook(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  const origins = webhookHosts().map((each) => (each.includes('://') ? each : `https://${each}`));
  return (
    username === '' && password === '' && origins.some((each) => URL.canParse(each) && new URL(each).origin === origin)
  );
}
