import 'server-only';
import { BoundedClient, connectionSettings } from '@/lib/server/database/connection';
import { env } from '@/lib/server/process/env';
import { log } from '@/lib/server/process/log';
import { liveChannel } from './live-messages';

/** Milliseconds before a lost connection is opened again: at first, and at most. */
const delays = { first: 250, most: 10_000 };

/**
 * The one listening connection of this process. It never holds a transaction, because the database keeps notifications
 * until the slowest listener has received them. A broken connection is opened again, with delays growing to ten
 * seconds.
 */
export class LiveListener {
  private client: BoundedClient | null = null;
  private listening: BoundedClient | null = null;
  private isWanted = false;
  private delay = delays.first;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly hear: (payload: string) => void,
    /** Called after every connection, because notifications sent before it were missed. */
    private readonly connected: () => void,
  ) {}

  /** Says whether notifications are being received now. */
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

  /** Queries the connection to see whether it is alive: one that broke silently raises no error by itself. */
  check(): void {
    const { client } = this;
    client?.query('SELECT 1').catch((error: unknown) => this.lost(client, error));
  }

  private async connect(): Promise<void> {
    const client = new BoundedClient(connectionSettings(env().DATABASE_URL, 'listening', 'request'));
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${liveChannel}`);
      if (this.client !== client) return;
      this.delay = delays.first;
      this.listening = client;
      this.connected();
      // Registered only after `connected`, because notifications from before it would be mistaken for the complete
      // state.
      client.on('notification', ({ payload = '' }) => this.hear(payload));
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: BoundedClient, error: unknown): void {
    if (this.client !== client) return;
    log.warn({ err: error }, 'the connection that listens is lost');
    this.drop();
    if (!this.isWanted) return;
    this.retry = setTimeout(() => void this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, delays.most);
  }

  private drop(): void {
    const { client } = this;
    this.client = null;
    // The connection may be broken already, and then cannot be ended.
    client?.end().catch(() => undefined);
  }
}
