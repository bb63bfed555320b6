import { describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { originAt } from '@/scripts/origin-at';
import { settingFaults, settingWarnings, type Use } from '@/scripts/setting-faults';
import { settingNames } from '@/scripts/setting-schemas';

type Given = Record<string, string>;

const real = { DATABASE_URL: 'postgresql://portal:secret@127.0.0.1/portal', AUTH_SECRET: 'x'.repeat(32) };
const faults = (given: Given, use: Use = 'serving') => settingFaults(given as NodeJS.ProcessEnv, use);
const warnings = (given: Given) => settingWarnings(given as NodeJS.ProcessEnv);
const expected = messages.settingExpected;
const invalid = (name: keyof typeof expected, given: string) => [messages.settingInvalid(name, given, expected[name])];
const secretInvalid = (name: keyof typeof expected) => [messages.secretInvalid(name, expected[name])];

describe('settings that a portal can work with', () => {
  test.each<Given>([
    {},
    { HOST: '0.0.0.0', PORT: '8080', PORTAL_DATA: '/srv/data', LOG_LEVEL: 'debug', PORTAL_LANGUAGE: 'zh-CN' },
    { PORTAL_URL: 'http://localhost:3000', TRUSTED_PROXIES: '', NEAR_COPY: '' },
    { SMTP_URL: 'smtp://mail.example.org', CLAMD: '/run/clamd.sock', DEMONSTRATION: '1' },
    real,
    { ...real, PORTAL_URL: 'https://portal.example.gov.cn/', TRUSTED_PROXIES: '1', HOST: '::1' },
    { ...real, PORTAL_URL: 'http://10.1.2.3:3000', ALLOW_HTTP: '1' },
    { ...real, SMTP_URL: 'smtp://a%40b:p%23%2F@mail.example.org:25', MAIL_FROM: '平台 <portal@example.org>' },
    { ...real, EVIDENCE_S3_BUCKET: 'b', EVIDENCE_S3_KEY: 'k', EVIDENCE_S3_SECRET: 's', CLAMD: 'localhost:3310' },
    { ...real, WEBHOOK_HOSTS: 'robot.example.org, http://127.0.0.1:8080', EVIDENCE_KINDS: 'PDF, ofd' },
  ])('nothing is wrong with %j', (given) => {
    expect(faults(given)).toEqual([]);
  });

  test('every setting has words for what it may be', () => {
    expect(Object.keys(expected).toSorted()).toEqual(settingNames.toSorted());
  });
});

describe('a malformed setting is told with its name, what was given and what is expected', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['HOST', 'http://10.1.2.3'],
    ['TRUSTED_PROXIES', 'abc'],
    ['TRUSTED_PROXIES', '9'],
    ['PORTAL_URL', 'portal.example.gov.cn'],
    ['PORTAL_URL', 'localhost:3000'],
    ['PORTAL_URL', 'https://portal.example.gov.cn/reports'],
    ['PORTAL_URL', 'https://portal.example.gov.cn?a=1'],
    ['DATABASE_CONNECTIONS', '0'],
    ['NEAR_COPY', '2'],
    ['LOG_LEVEL', 'verbose'],
    ['ALLOW_PLAIN', 'everything'],
    ['ALLOW_HTTP', 'yes'],
    ['DEMONSTRATION', 'true'],
    ['EVIDENCE_FILE_MB', 'abc'],
    ['EVIDENCE_PER_ENTRY', '0'],
    ['DISK_FLOOR_MB', '-1'],
    ['KEEP_SESSIONS_DAYS', '0'],
    ['KEEP_MESSAGES_DAYS', '1.5'],
    ['EVIDENCE_KINDS', 'pdf,exe'],
    ['EVIDENCE_S3_ENDPOINT', 'store.example.org'],
    ['CLAMD', 'localhost'],
    ['MAIL_FROM', '平台'],
    ['WEBHOOK_HOSTS', 'https://robot.example.org/send'],
    ['PORTAL_LANGUAGE', '中文'],
    ['SITE_ICP', 'x'.repeat(101)],
  ] as const)('%s=%s', (name, given) => {
    expect(faults({ ...real, [name]: given })).toEqual(invalid(name, given.slice(0, 80)));
  });

  test.each([
    'mail.example.org:25',
    'smtp://',
    'smtp://user:50%off@mail.example.org',
    'smtp://user:a#b@mail.example.org',
  ])('SMTP_URL=%s is told without what was given', (given) => {
    expect(faults({ ...real, SMTP_URL: given })).toEqual(secretInvalid('SMTP_URL'));
  });

  test('a short AUTH_SECRET and a gateway without a protocol are told without what was given', () => {
    expect(faults({ ...real, AUTH_SECRET: 'short' })).toEqual(secretInvalid('AUTH_SECRET'));
    expect(faults({ ...real, SMS_GATEWAY_URL: 'gateway?key=1' })).toEqual(secretInvalid('SMS_GATEWAY_URL'));
  });

  test('several faults are several sentences', () => {
    expect(faults({ ...real, TRUSTED_PROXIES: 'x', NEAR_COPY: '2' })).toEqual([
      ...invalid('TRUSTED_PROXIES', 'x'),
      ...invalid('NEAR_COPY', '2'),
    ]);
  });

  test.each([
    'mysql://portal:secret@db/portal',
    'db.example.org/portal',
    'postgresql://portal:p@ss/word@db.example.org/portal',
    'postgresql://portal:pass#word@db.example.org/portal',
    'postgresql://portal:12/34@db.example.org/portal',
    'postgresql://portal:pass?word@db.example.org/portal',
    'postgresql://portal:secret@db.example.org/portal?sslmode=verify-full&sslrootcert=/missing.pem',
  ])('DATABASE_URL=%s is refused with the hint at percent-encoding, and nothing of it is printed', (given) => {
    expect(faults({ ...real, DATABASE_URL: given })).toEqual([messages.databaseUrlInvalid]);
  });
});

describe('settings that contradict each other', () => {
  test.each<[Given, string]>([
    [{ DATABASE_URL: real.DATABASE_URL }, messages.authSecretMissing],
    [{ ...real, DEMONSTRATION: '1' }, messages.demonstrationWithDatabase],
    [{ ...real, PORTAL_URL: 'https://portal.example.gov.cn' }, messages.proxiesMissing],
    [{ ...real, PORTAL_URL: 'http://10.1.2.3' }, messages.portalUrlUnencrypted('http://10.1.2.3')],
    [{ ...real, EVIDENCE_S3_BUCKET: 'b' }, messages.storeIncomplete],
    [{ ...real, EVIDENCE_S3_KEY: 'k', EVIDENCE_S3_SECRET: 's' }, messages.storeWithoutBucket],
  ])('%j', (given, sentence) => {
    expect(faults(given)).toEqual([sentence]);
  });

  test.each([
    ['AUTH_SECRET', real.AUTH_SECRET],
    ['PORTAL_URL', 'https://portal.example.gov.cn'],
    ['SMTP_URL', 'smtps://mail.example.org'],
    ['TRUSTED_PROXIES', '1'],
    ['SITE_ORGANIZER', '局'],
    ['EVIDENCE_FOLDER', '/srv/evidence'],
    ['CLAMD', 'localhost:3310'],
    ['WEBHOOK_HOSTS', 'robot.example.org'],
    ['SMS_GATEWAY_URL', 'https://sms.example.org'],
    ['DATABASE_CONNECTIONS', '20'],
    ['NEAR_COPY', '0.9'],
  ])('%s means a real portal, and without DATABASE_URL is refused in every command', (name, given) => {
    for (const use of ['serving', 'command'] as const)
      expect(faults({ [name]: given }, use)).toEqual([messages.databaseUrlMissing([name])]);
    expect(faults({ [name]: given, DEMONSTRATION: '1' })).toEqual([]);
  });

  test('a command that serves nobody needs no secret and no address', () => {
    expect(faults({ DATABASE_URL: real.DATABASE_URL, PORTAL_URL: 'http://10.1.2.3' }, 'command')).toEqual([]);
  });
});

describe('connections to other machines are encrypted, or set off by name', () => {
  const database = 'postgresql://portal:secret@db.example.org/portal';

  test.each([
    ['DATABASE_URL', database],
    ['DATABASE_URL', `${database}?sslmode=disable`],
    ['DATABASE_URL', `${database}?sslmode=no-verify`],
    ['DATABASE_URL', `${database}?sslmode=require&uselibpqcompat=true`],
    ['SMS_GATEWAY_URL', 'http://sms.example.org'],
    ['WEBHOOK_HOSTS', 'robot.example.org,http://robot.example.net'],
    ['CLAMD', 'scanner.example.org:3310'],
  ] as const)('%s=%s is refused, and allowed with a warning', (name, given) => {
    const settings = { ...real, [name]: given };
    expect(faults(settings)).toEqual([messages.connectionPlain(name, messages.encryptedForm[name])]);
    expect(faults({ ...settings, ALLOW_PLAIN: `SMTP_URL, ${name}` })).toEqual([]);
    expect(warnings({ ...settings, ALLOW_PLAIN: name })).toEqual([messages.connectionIsPlain(name)]);
  });

  test.each([
    'postgresql://portal:secret@localhost/portal',
    'postgresql://portal:secret@[::1]:5433/portal',
    'postgresql:///portal?host=/run/postgresql&user=portal',
    `${database}?sslmode=verify-full`,
    `${database}?sslmode=require`,
    `${database}?ssl=true`,
  ])('DATABASE_URL=%s needs nothing more', (given) => {
    expect(faults({ ...real, DATABASE_URL: given })).toEqual([]);
    expect(warnings({ ...real, DATABASE_URL: given })).toEqual([]);
  });

  test('the endpoint of a store is refused over http, but for one on this machine', () => {
    const store = { ...real, EVIDENCE_S3_BUCKET: 'b', EVIDENCE_S3_KEY: 'k', EVIDENCE_S3_SECRET: 's' };
    const { EVIDENCE_S3_ENDPOINT: form } = messages.encryptedForm;
    expect(faults({ ...store, EVIDENCE_S3_ENDPOINT: 'http://store.example.org' })).toEqual([
      messages.connectionPlain('EVIDENCE_S3_ENDPOINT', form),
    ]);
    expect(faults({ ...store, EVIDENCE_S3_ENDPOINT: 'http://127.0.0.1:9000' })).toEqual([]);
  });
});

describe('an operator is told of', () => {
  test.each<[Given, string[]]>([
    [{}, []],
    [{ HOST: '127.0.0.1' }, []],
    [{ HOST: '0.0.0.0' }, [messages.demonstrationIsOpen('0.0.0.0')]],
    [{ ...real, HOST: '0.0.0.0' }, []],
    [{ ...real, HOST: '::', TRUSTED_PROXIES: '1' }, [messages.addressesForgeable('::')]],
    [{ ...real, PORTAL_URL: 'https://a.example', TRUSTED_PROXIES: '0' }, [messages.visitorsUnknown]],
    [{ ...real, PORTAL_URL: 'http://a.example', ALLOW_HTTP: '1' }, [messages.portalUrlIsPlain('http://a.example')]],
    [
      { ...real, SMTP_URL: 'smtp://mail.example.org', ALLOW_PLAIN: 'SMTP_URL' },
      [messages.connectionIsPlain('SMTP_URL')],
    ],
    [{ ...real, SMTP_URL: 'smtp://10.1.2.3' }, [messages.mailFromMissing]],
  ])('%j', (given, sentences) => {
    expect(faults(given)).toEqual([]);
    expect(warnings(given)).toEqual(sentences);
  });
});

test.each([
  ['127.0.0.1', 'http://localhost:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
  ['10.1.2.3', 'http://10.1.2.3:3000'],
  ['portal.example.gov.cn', 'http://portal.example.gov.cn:3000'],
])('a portal that listens on %s is reached at %s', (host, origin) => {
  expect(originAt({ host, port: 3000 })).toBe(origin);
});
