import 'server-only';
import { z } from 'zod';
import { listedNames, settingsOf } from './env';

/** The settings that name another machine to which the portal speaks, and of which each can do without encryption. */
const connectionSettings = [
  'DATABASE_URL',
  'SMTP_URL',
  'SMS_GATEWAY_URL',
  'WEBHOOK_HOSTS',
  'EVIDENCE_S3_ENDPOINT',
  'CLAMD',
] as const;

export type ConnectionSetting = (typeof connectionSettings)[number];

export const plainConnectionsSchema = z.object({
  /** The settings whose connections may cross the network unencrypted, separated by commas. */
  ALLOW_PLAIN: z
    .string()
    .default('')
    .transform(listedNames)
    .pipe(z.array(z.enum(connectionSettings))),
});

/** Says whether a host is the machine itself, so that nothing that is sent to it crosses a network. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|.*[.]localhost|127(?:[.]\d+){3}|\[?::1\]?)$/.test(host);
}

/** Says whether the operator has set off the encryption of a connection. */
export function isPlainAllowed(setting: ConnectionSetting, variables = process.env): boolean {
  return settingsOf(plainConnectionsSchema, variables).ALLOW_PLAIN.includes(setting);
}
