import 'server-only';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { deliveryProblems } from '@/lib/domain/chasing/delivery';
import { type MailSettings, mailSettings } from './delivery-settings';
import { type BeforeFinalByte, Declined, type OutgoingMessage, type Sender, senderTimeouts } from './senders';

/** The bare address out of a name and an address in angle brackets. */
const bareAddress = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** The complete bytes of a mail; its Message-ID contains the message's key. */
function compose({ key, to, subject, text }: OutgoingMessage, from: string): Promise<Buffer> {
  const messageId = `<${key}@${bareAddress(from).split('@').at(-1)}>`;
  // Out-of-office replies to a machine reach nobody (RFC 3834).
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return new MailComposer({ from, to, subject, text, messageId, headers }).compile().build();
}

/** The mail as a stream: the final dot is sent only once `beforeFinalByte` has granted it. */
function withDelayedEnd(content: Buffer, beforeFinalByte: BeforeFinalByte): Readable {
  return Readable.from(
    (async function* () {
      yield content;
      await beforeFinalByte();
    })(),
  );
}

/** One step of the SMTP library as a promise; a connection error ends the step in progress. */
function step<Value>(connection: SMTPConnection, take: (done: (error?: Error | null, value?: Value) => void) => void) {
  return new Promise<Value | undefined>((resolve, reject) => {
    connection.once('error', reject);
    take((error, value) => {
      connection.removeListener('error', reject);
      if (error) reject(error);
      else resolve(value);
    });
  });
}

type MailServer = Pick<MailSettings, 'host' | 'port' | 'secure' | 'requireTLS'>;

function connectionTo(server: MailServer): SMTPConnection {
  const { connecting, answering } = senderTimeouts;
  const timeouts = { connectionTimeout: connecting, greetingTimeout: connecting, dnsTimeout: connecting };
  return new SMTPConnection({ ...server, ...timeouts, socketTimeout: answering });
}

type MailFailure = { responseCode?: number; response?: string; code?: string; originalCode?: string };

/** The server offers no encryption, or its certificate is not one that this machine trusts for its name. */
const isUnencrypted = ({ code, originalCode }: MailFailure) =>
  code === 'ETLS' || /CERT|VERIFY|_SSL_/.test(originalCode ?? '');

/** Turns an answer of the server into a refusal: it has not accepted the mail. */
function asDeclined(error: unknown): unknown {
  const failure = error as MailFailure;
  const problem: (typeof deliveryProblems)[number] = 'not-encrypted';
  if (isUnencrypted(failure)) return new Declined(problem);
  const { responseCode, response, code } = failure;
  if (!responseCode) return error;
  // A failed login may succeed later; an address that does not exist stays unknown.
  return new Declined(response ?? String(responseCode), responseCode >= 500 && code !== 'EAUTH');
}

/** Sends one mail over its own connection. */
export const sendMail: Sender = async (outgoing, beforeFinalByte) => {
  const settings = mailSettings();
  if (!settings) throw new Declined('not-configured', true);
  const { from, user, password, ...server } = settings;
  const content = await compose(outgoing, from);
  const connection = connectionTo(server);
  // After the last step, connection errors no longer matter.
  connection.on('error', () => undefined);
  try {
    await step(connection, (done) => connection.connect(done));
    if (user) await step(connection, (done) => connection.login({ credentials: { user, pass: password } }, done));
    const envelope = { from: bareAddress(from), to: [outgoing.to], size: content.length };
    await step(connection, (done) => connection.send(envelope, withDelayedEnd(content, beforeFinalByte), done));
    connection.quit();
  } catch (error) {
    connection.close();
    throw asDeclined(error);
  }
};
