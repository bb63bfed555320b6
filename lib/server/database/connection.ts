import 'server-only';
import type { EventEmitter } from 'node:events';
import { Client, type ClientConfig } from 'pg';

/**
 * Bounds in milliseconds on what a connection may do, so that one lock, one frozen process or one dead network path stops
 * nobody but those that it concerns.
 */
type Bounds = {
  /** Until the database gives up waiting for a lock. */
  lock: number;
  /** Until the database ends a statement. */
  statement: number;
  /** Until a connection counts as dead that gives no answer: longer than a statement, which the database ends itself. */
  answer: number;
};

/** By those who wait: people at a page, or a job or a command that nobody waits for. */
const bounds = {
  request: { lock: 2_500, statement: 4_000, answer: 4_500 },
  background: { lock: 10_000, statement: 60_000, answer: 65_000 },
} satisfies Record<string, Bounds>;

/** Until an address counts as unreachable, and until the database ends a transaction in which nothing happens. */
const always = { connect: 3_000, idleInTransaction: 8_000 };

/**
 * The database's side of a connection that no longer leads anywhere is closed after 30 seconds: unanswered data
 * (tcp_user_timeout, in milliseconds), or silence (keepalives, in seconds). Ignored where its system has no such setting.
 */
const serverSide =
  '-c tcp_user_timeout=30000 -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** The connection was cut because the database gave no answer in time. */
export class NoAnswerError extends Error {
  // The bundler may give a process several instances of this class, so it is known by a code.
  readonly code = 'NO_ANSWER';

  constructor() {
    super('the database gave no answer in time');
  }
}

type BoundedConfig = ClientConfig & { answerTimeout?: number; onNoAnswer?: () => void };

/** The part of a client that the library does not declare: its own `end` waits for the other side. */
type Inside = { connection: EventEmitter & { stream: { destroy(reason: Error): void } } };

/**
 * A client that cuts its connection when the database gives no answer. The library's own query_timeout leaves the
 * connection open and busy, and rejects answers that arrived while this process was too busy to read them.
 */
export class BoundedClient extends Client {
  private readonly inside = (this as unknown as Inside).connection;
  private timer: NodeJS.Timeout | undefined;
  private answers = 0;

  constructor(private readonly config: BoundedConfig = {}) {
    super(config);
    const query = this.query.bind(this) as (...query: unknown[]) => unknown;
    this.query = ((...one: unknown[]) => {
      this.timer ??= setTimeout(() => this.giveUp(), config.answerTimeout);
      return query(...one);
    }) as Client['query'];
    this.inside.on('readyForQuery', () => {
      this.answers += 1;
      this.timer?.refresh();
    });
    this.on('drain', () => this.stopWaiting());
    this.on('end', () => this.stopWaiting());
  }

  /** Cuts the connection, whatever it is doing; its queries fail with the reason. */
  cut(reason: Error): void {
    this.inside.stream.destroy(reason);
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** After a pause of this process, answers that lie in the socket are read before it is cut. */
  private giveUp(): void {
    const { answers } = this;
    setImmediate(() => {
      if (this.answers !== answers || !this.timer) return;
      this.cut(new NoAnswerError());
      this.config.onNoAnswer?.();
    });
  }
}

/** Gives the settings of every connection to a database, for a pool or a client of this kind. */
export function connectionSettings(
  connectionString: string | undefined,
  name: string,
  kind: keyof typeof bounds,
): BoundedConfig & { connectionString: string | undefined; Client: typeof BoundedClient } {
  const { lock, statement, answer } = bounds[kind];
  return {
    Client: BoundedClient,
    connectionString,
    application_name: `portal-${name}`,
    connectionTimeoutMillis: always.connect,
    lock_timeout: lock,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: always.idleInTransaction,
    answerTimeout: answer,
    keepAlive: true,
    keepAliveInitialDelayMillis: 15_000,
    options: serverSide,
  };
}
