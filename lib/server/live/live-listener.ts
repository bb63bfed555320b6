import 'server-only';
import { Client } from 'pg';
import { env } from '@/lib/server/process/env';
import { log } from '@/lib/server/process/log';
import { liveChannel } from './live-messages';

const patience = { first: 250, most: 10_000, answer: 5_000 };

/**
 * The one connection of this process that listens. It holds no transaction, since the database keeps what it has to tell
 * until the slowest listener has heard it. A connection that breaks is made anew, later and later up to ten seconds.
 */
export class LiveListener {
  private client: Client | null = null;
  private listening: Client | null = null;
  private isWanted = false;
  private delay = patience.first;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly hear: (payload: string) => void,
    /** After every connection: what was told before was not heard. */
    private readonly connected: () => void,
  ) {}

  /** Whether what is told now is heard. */
  isListening(): boolean {
    return this.client !== null && this.client === this.listening;
  }

  start(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    void this.connect();
  }

  stop(): void {
    this.isWanted = false;
    clearTimeout(this.retry);
    this.drop();
  }

  /** Asks the connection whether it still stands: one that broke without a word is never told so. */
  check(): void {
    const { client } = this;
    client?.query('SELECT 1').catch((error: unknown) => this.lost(client, error));
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: patience.answer,
      query_timeout: patience.answer,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
      if (this.client !== client) return;
      this.delay = patience.first;
      this.listening = client;
      this.connected();
      // What was heard before would be taken for the whole.
      client.on('notification', ({ payload = '' }) => this.hear(payload));
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: Client, error: unknown): void {
    if (this.client !== client) return;
    log.warn({ err: error }, 'the connection that listens is lost');
    this.drop();
    if (!this.isWanted) return;
    this.retry = setTimeout(() => void this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, patience.most);
  }

  private drop(): void {
    const { client } = this;
    this.client = null;
    // It may be broken already: then there is nothing to end.
    client?.end().catch(() => undefined);
  }
}
