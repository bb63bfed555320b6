import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sendMail } from '@/lib/server/delivery/mailer';
import { Declined } from '@/lib/server/delivery/senders';
import { asOtherMachine, type Certificate, makeCertificate } from '../support/certificate';
import { MailServer } from '../support/mail-server';
import { missingPrograms } from '../support/programs';

const missing = await missingPrograms({ openssl: 'openssl' });
const mail = { key: 'k', to: 'reporter@example.org', secret: '', subject: '催办', text: '请及时报送。' };
const trusted = getCACertificates('default');

let folder: string;
let certificate: Certificate;
let server: MailServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-mail-'));
  if (!missing) certificate = makeCertificate(folder);
});

afterEach(async () => {
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'ALLOW_PLAIN']) delete process.env[name];
  setDefaultCACertificates(trusted);
  await server.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Sends the mail to a server that is taken for another machine; gives the refusal, or null where it was sent. */
async function send(): Promise<unknown> {
  process.env.SMTP_URL = server.urlFor('portal', `[${asOtherMachine}]`);
  process.env.MAIL_FROM = 'portal@example.org';
  return sendMail(mail, async () => undefined).then(
    () => null,
    (error: unknown) => error,
  );
}

test('a server of another machine that offers no encryption is told neither the password nor the mail', async () => {
  server = await MailServer.start();
  expect(await send()).toEqual(new Declined('not-encrypted'));
  expect([server.passwords, server.received]).toEqual([[], []]);
});

test('with ALLOW_PLAIN=SMTP_URL such a server is sent the mail', async () => {
  process.env.ALLOW_PLAIN = 'SMTP_URL';
  server = await MailServer.start();
  expect(await send()).toBeNull();
  expect(server.passwords).toEqual([{ password: 'secret', isEncrypted: false }]);
  expect(server.received).toHaveLength(1);
});

describe.skipIf(missing !== null)('a server that offers encryption', () => {
  test('is told nothing while its certificate is not trusted', async () => {
    server = await MailServer.start(certificate);
    expect(await send()).toEqual(new Declined('not-encrypted'));
    expect([server.passwords, server.received]).toEqual([[], []]);
  });

  test('is sent the mail encrypted once its certificate is trusted', async () => {
    setDefaultCACertificates([...trusted, certificate.cert]);
    server = await MailServer.start(certificate);
    expect(await send()).toBeNull();
    expect(server.passwords).toEqual([{ password: 'secret', isEncrypted: true }]);
    expect(server.received).toHaveLength(1);
  });
});
