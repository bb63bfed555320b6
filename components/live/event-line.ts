const delays = { first: 1_000, most: 30_000 };
/** A hidden page closes its connection, because without HTTP/2 a browser has only six for one portal. */
const hiddenFor = 30_000;
/** Between two questions of a page whose stream gave way to those of newer pages. */
const pollEvery = 60_000;

/**
 * `live` while events arrive as they happen, `elsewhere` while the page asks now and then because newer pages of the same
 * account have the streams, `away` without a connection.
 */
export type LineState = 'live' | 'elsewhere' | 'away';

export type EventLineOptions = {
  /** Gives the address to connect to; `after` is the number of the last received event, or ''. */
  address(after: string): string;
  /** The event that the page already shows. */
  after?: string;
  /** Handlers per event; their argument has the shape that the stream gives to that event. */
  handlers: Record<string, (heard: never) => void>;
  /** Called at every `hello` of the stream, whose state is then complete, and when the connection is lost. */
  became(state: LineState): void;
  /** The page closed the connection itself. */
  left?(): void;
};

/**
 * A page's connection to a stream of the portal. It reconnects with delays growing to half a minute, and is closed
 * while the page is hidden. Where newer pages took its place it asks once a minute, until its reader turns to it again.
 */
export class EventLine {
  private source: EventSource | null = null;
  private after: string;
  private delay = delays.first;
  private retry: number | undefined;
  private hiding: number | undefined;
  private isSuperseded = false;
  private readonly listening = new AbortController();

  constructor(private readonly options: EventLineOptions) {
    this.after = options.after ?? '';
    const { signal } = this.listening;
    document.addEventListener('visibilitychange', () => this.followSight(), { signal });
    window.addEventListener('pagehide', () => this.leave(), { signal });
    window.addEventListener('pageshow', () => this.connect(), { signal });
    window.addEventListener('online', () => this.connect(), { signal });
    window.addEventListener('focus', () => this.takeBack(), { signal });
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
    const source = new EventSource(this.options.address(this.after) + (this.isSuperseded ? this.once() : ''));
    this.source = source;
    source.addEventListener('error', () => this.lose());
    const hear = (event: string, handle: (heard: never) => void) =>
      source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) this.after = lastEventId;
        handle(JSON.parse(data) as never);
      });
    hear('hello', () => {
      this.delay = delays.first;
      this.options.became(this.isSuperseded ? 'elsewhere' : 'live');
    });
    hear('superseded', () => this.giveWay());
    for (const [event, handle] of Object.entries(this.options.handlers)) hear(event, handle);
  }

  /** Asks for what happened until now, upon which the stream ends. */
  private once(): string {
    return this.options.address('').includes('?') ? '&once=1' : '?once=1';
  }

  private giveWay(): void {
    this.isSuperseded = true;
    this.release();
    this.options.became('elsewhere');
    this.retry = window.setTimeout(() => this.connect(), pollEvery);
  }

  /** The page that its reader works in has a stream, whichever was opened last. */
  private takeBack(): void {
    if (!this.isSuperseded) return;
    this.isSuperseded = false;
    this.release();
    this.connect();
  }

  /** The browser's own reconnection would send an outdated Last-Event-ID. */
  private lose(): void {
    if (this.isSuperseded) {
      this.giveWay();
      return;
    }
    this.hangUp();
    this.retry = window.setTimeout(() => this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, delays.most);
  }

  private release(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private hangUp(): void {
    this.release();
    this.options.became('away');
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
