const delays = { first: 1_000, most: 30_000 };
/** A hidden page closes its connection, because without HTTP/2 a browser has only six for one portal. */
const hiddenFor = 30_000;

export type EventLineOptions = {
  /** Gives the address to connect to; `after` is the number of the last received event, or ''. */
  address(after: string): string;
  /** The event that the page already shows. */
  after?: string;
  /** Handlers per event; their argument has the shape that the stream gives to that event. */
  handlers: Record<string, (heard: never) => void>;
  /** True at every `hello` of the stream, false when the connection is lost. */
  connected(isConnected: boolean): void;
  /** The page closed the connection itself. */
  left?(): void;
};

/**
 * A page's connection to a stream of the portal. It reconnects with delays growing to half a minute, and is closed
 * while the page is hidden.
 */
export class EventLine {
  private source: EventSource | null = null;
  private after: string;
  private delay = delays.first;
  private retry: number | undefined;
  private hiding: number | undefined;
  private readonly listening = new AbortController();

  constructor(private readonly options: EventLineOptions) {
    this.after = options.after ?? '';
    const { signal } = this.listening;
    document.addEventListener('visibilitychange', () => this.followSight(), { signal });
    window.addEventListener('pagehide', () => this.leave(), { signal });
    window.addEventListener('pageshow', () => this.connect(), { signal });
    window.addEventListener('online', () => this.connect(), { signal });
    this.connect();
  }

  isOpen(): boolean {
    return this.source !== null;
  }

  close(): void {
    this.leave();
    this.listening.abort();
    for (const timer of [this.retry, this.hiding]) clearTimeout(timer);
  }

  private connect(): void {
    if (this.source || document.visibilityState === 'hidden') return;
    clearTimeout(this.retry);
    const source = new EventSource(this.options.address(this.after));
    this.source = source;
    source.addEventListener('error', () => this.lose());
    const hear = (event: string, handle: (heard: never) => void) =>
      source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) this.after = lastEventId;
        handle(JSON.parse(data) as never);
      });
    hear('hello', () => {
      this.delay = delays.first;
      this.options.connected(true);
    });
    for (const [event, handle] of Object.entries(this.options.handlers)) hear(event, handle);
  }

  /** The browser's own reconnection would send an outdated Last-Event-ID. */
  private lose(): void {
    this.hangUp();
    this.retry = window.setTimeout(() => this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, delays.most);
  }

  private hangUp(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    this.options.connected(false);
  }

  private leave(): void {
    if (!this.source) return;
    this.hangUp();
    this.options.left?.();
  }

  private followSight(): void {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') this.hiding = window.setTimeout(() => this.leave(), hiddenFor);
    else this.connect();
  }
}
