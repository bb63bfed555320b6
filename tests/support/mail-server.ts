import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** The points at which a mail can be delayed: before its content is sent, or after it is taken but not confirmed. */
export type Stage = 'recipient' | 'taken';

type Answer = (error?: Error | null) => void;

/** A real SMTP server on loopback, which tells the processes that connect apart by their user names. */
export class MailServer {
  readonly received: { by: string; mail: ParsedMail }[] = [];
  /** The refusal with which it answers every mail, or null to take them. */
  refusal: { code: number; words: string } | null = null;
  private held: { stage: Stage; by: string; reached: (letGo: () => void) => void } | null = null;

  /** The passwords that it was told, each with whether the connection was encrypted. */
  readonly passwords: { password: string; isEncrypted: boolean }[] = [];

  private readonly server: SMTPServer;

  private constructor(certificate: { cert: string; key: string } | null) {
    this.server = new SMTPServer({
      ...(certificate ?? { hideSTARTTLS: true }),
      authOptional: true,
      allowInsecureAuth: true,
      closeTimeout: 100,
      onAuth: ({ username, password }, { secure }, answer) => {
        this.passwords.push({ password: password ?? '', isEncrypted: secure });
        answer(null, { user: username ?? '' });
      },
      onRcptTo: (_address, { user }, answer) => this.pass('recipient', String(user), answer),
      onData: (stream, { user }, answer) => {
        simpleParser(stream).then((mail) => this.take(mail, String(user), answer), answer);
      },
    });
  }

  /** Starts one, which offers encryption if it is given a certificate. */
  static async start(certificate: { cert: string; key: string } | null = null): Promise<MailServer> {
    const mailServer = new MailServer(certificate);
    mailServer.server.on('error', () => undefined);
    mailServer.server.listen(0, '127.0.0.1');
    await once(mailServer.server.server, 'listening');
    return mailServer;
  }

  /** The URL with which the process of this name connects. */
  urlFor(name: string, host = '127.0.0.1'): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://${name}:secret@${host}:${port}`;
  }

  /** Delays the next mail of a process at a stage; resolves when it is reached, with a function that continues. */
  hold(stage: Stage, by: string): Promise<() => void> {
    return new Promise((reached) => {
      this.held = { stage, by, reached };
    });
  }

  /** The Message-IDs of all mails that were taken. */
  ids(): string[] {
    return this.received.map(({ mail }) => mail.messageId ?? '');
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private take(mail: ParsedMail, by: string, answer: Answer): void {
    if (this.refusal) {
      const { code, words } = this.refusal;
      answer(Object.assign(new Error(words), { responseCode: code }));
      return;
    }
    this.received.push({ by, mail });
    this.pass('taken', by, answer);
  }

  private pass(stage: Stage, by: string, answer: Answer): void {
    const { held } = this;
    if (held?.stage === stage && held.by === by) {
      this.held = null;
      held.reached(() => answer());
    } else answer();
  }
}
