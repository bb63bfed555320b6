import { webhookOrigins } from '@/lib/server/delivery/delivery-settings';
import { withoutEmpty } from '@/lib/server/process/env';
import { type ConnectionSetting, isPlainAllowed, isThisMachine } from '@/lib/server/process/plain-connections';
import { messages } from './console-messages.mjs';
import { databaseAddress } from './database-address';
import { malformedSettings, type SettingName, settingNames } from './setting-schemas';

/** The purpose of a command: it serves the portal to people, or works on its database and ends. */
export type Use = 'serving' | 'command';

type Given = Partial<Record<SettingName, string>>;

/** A demonstration may have these; whoever sets another means a real portal. */
const ofDemonstrations: readonly SettingName[] = [
  'PORT',
  'HOST',
  'PORTAL_DATA',
  'DISK_FLOOR_MB',
  'LOG_LEVEL',
  'PORTAL_LANGUAGE',
  'CATALOGUE_FOLDER',
  'START_WAIT',
  'DEMONSTRATION',
  'ALLOW_HTTP',
];

/** Their values, or parts of them, are secrets and are not printed. */
const secrets: readonly SettingName[] = [
  'DATABASE_URL',
  'AUTH_SECRET',
  'SMTP_URL',
  'EVIDENCE_S3_KEY',
  'EVIDENCE_S3_SECRET',
  'SMS_GATEWAY_URL',
  'SMS_GATEWAY_TOKEN',
];

const isUnencrypted = (address: string) => address.startsWith('http:') && !isThisMachine(new URL(address).hostname);

function malformed(given: Given): string[] {
  return malformedSettings(given as NodeJS.ProcessEnv).map((name) => {
    const expected = messages.settingExpected[name];
    if (name === 'DATABASE_URL') return messages.databaseUrlInvalid;
    if (secrets.includes(name)) return messages.secretInvalid(name, expected);
    return messages.settingInvalid(name, [...(given[name] ?? '')].slice(0, 80).join(''), expected);
  });
}

/** Settings of a real portal without its database would start a demonstration that people take for the portal. */
function faultsOfMode(given: Given, use: Use): string[] {
  if (given.DATABASE_URL) {
    const faults = given.DEMONSTRATION === '1' ? [messages.demonstrationWithDatabase] : [];
    return use === 'serving' && !given.AUTH_SECRET ? [...faults, messages.authSecretMissing] : faults;
  }
  if (given.DEMONSTRATION === '1') return [];
  const real = settingNames.filter((name) => given[name] && !ofDemonstrations.includes(name));
  const isOfThisMachine = given.PORTAL_URL && isThisMachine(new URL(given.PORTAL_URL).hostname);
  const named = real.filter((name) => name !== 'PORTAL_URL' || !isOfThisMachine);
  return named.length > 0 ? [messages.databaseUrlMissing(named)] : [];
}

/** The address that people type, and the proxy in front of it. */
function faultsOfAddress({ DATABASE_URL, PORTAL_URL, ALLOW_HTTP, TRUSTED_PROXIES }: Given): string[] {
  if (!DATABASE_URL || !PORTAL_URL) return [];
  if (isUnencrypted(PORTAL_URL) && ALLOW_HTTP !== '1') return [messages.portalUrlUnencrypted(PORTAL_URL)];
  // Only a proxy can offer https. Uncounted, it would be taken for the address of every visitor.
  if (PORTAL_URL.startsWith('https:') && !TRUSTED_PROXIES) return [messages.proxiesMissing];
  return [];
}

function faultsOfStore(given: Given): string[] {
  const { EVIDENCE_S3_BUCKET: bucket, EVIDENCE_S3_KEY: key, EVIDENCE_S3_SECRET: secret } = given;
  if (bucket) return key && secret ? [] : [messages.storeIncomplete];
  return key || secret || given.EVIDENCE_S3_ENDPOINT ? [messages.storeWithoutBucket] : [];
}

/** The connections to other machines that would not be encrypted. */
function plainConnections(given: Given): ConnectionSetting[] {
  const origins = webhookOrigins(given as NodeJS.ProcessEnv);
  const { DATABASE_URL, SMS_GATEWAY_URL, EVIDENCE_S3_ENDPOINT, CLAMD = '' } = given;
  const plain: Record<Exclude<ConnectionSetting, 'SMTP_URL'>, boolean> = {
    DATABASE_URL: DATABASE_URL !== undefined && databaseAddress(DATABASE_URL)?.isSafe === false,
    SMS_GATEWAY_URL: SMS_GATEWAY_URL !== undefined && isUnencrypted(SMS_GATEWAY_URL),
    WEBHOOK_HOSTS: origins.some(isUnencrypted),
    EVIDENCE_S3_ENDPOINT: EVIDENCE_S3_ENDPOINT !== undefined && isUnencrypted(EVIDENCE_S3_ENDPOINT),
    CLAMD: CLAMD !== '' && !CLAMD.startsWith('/') && !isThisMachine(CLAMD.replace(/:\d+$/, '')),
  };
  return (Object.keys(plain) as (keyof typeof plain)[]).filter((name) => plain[name]);
}

/**
 * Gives one sentence for each setting that a command cannot work with. Takes the variables of a process; reads nothing
 * but the certificates that DATABASE_URL names.
 */
export function settingFaults(variables: NodeJS.ProcessEnv, use: Use): string[] {
  const given = withoutEmpty(variables) as Given;
  const faults = malformed(given);
  if (given.DATABASE_URL && !databaseAddress(given.DATABASE_URL)) faults.push(messages.databaseUrlInvalid);
  // The further rules take well-formed settings.
  if (faults.length > 0) return [...new Set(faults)];
  const plain = plainConnections(given).filter((name) => !isPlainAllowed(name, variables));
  return [
    ...faultsOfMode(given, use),
    ...(use === 'serving' ? faultsOfAddress(given) : []),
    ...faultsOfStore(given),
    ...plain.map((name) => messages.connectionPlain(name, messages.encryptedForm[name])),
  ];
}

/** Gives one sentence for each setting that is allowed and that an operator should know of. Takes well-formed settings. */
export function settingWarnings(variables: NodeJS.ProcessEnv): string[] {
  const given = withoutEmpty(variables) as Given;
  const { DATABASE_URL, HOST = '127.0.0.1', PORTAL_URL = '', TRUSTED_PROXIES = '0', SMTP_URL, MAIL_FROM } = given;
  const isOpen = !isThisMachine(HOST);
  const mailHost = SMTP_URL ? new URL(SMTP_URL).hostname : '';
  const isMailPlain =
    SMTP_URL?.startsWith('smtp:') && !isThisMachine(mailHost) && isPlainAllowed('SMTP_URL', variables);
  const plain: ConnectionSetting[] = [...plainConnections(given), ...(isMailPlain ? (['SMTP_URL'] as const) : [])];
  return [
    ...(isOpen && !DATABASE_URL ? [messages.demonstrationIsOpen(HOST)] : []),
    ...(isOpen && Number(TRUSTED_PROXIES) > 0 ? [messages.addressesForgeable(HOST)] : []),
    ...(DATABASE_URL && isUnencrypted(PORTAL_URL) ? [messages.portalUrlIsPlain(PORTAL_URL)] : []),
    ...(PORTAL_URL.startsWith('https:') && Number(TRUSTED_PROXIES) === 0 ? [messages.visitorsUnknown] : []),
    ...plain.map((name) => messages.connectionIsPlain(name)),
    ...(/^[\d.]+$|^\[/.test(mailHost) && !MAIL_FROM ? [messages.mailFromMissing] : []),
  ];
}
