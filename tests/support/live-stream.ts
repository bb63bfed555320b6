import type { Writer } from '@/lib/schemas/live';
import type { Visitor } from './forms';

export type StreamEvent = { event: string; data: unknown; id: string | null };

/** One event as it stands in a stream; null for a comment or a setting of the stream. */
function parsed(block: string): StreamEvent | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
  const [event, data] = [field('event'), field('data')];
  return event && data ? { event, data: JSON.parse(data), id: field('id') } : null;
}

/** A tab that listens to a report, without a browser. */
export class LiveStream {
  readonly events: StreamEvent[] = [];
  /** Settles when the stream has ended on either side. */
  readonly finished: Promise<void>;
  hasEnded = false;
  private arrived = () => {};

  private constructor(
    readonly response: Response,
    private readonly stopping: AbortController,
  ) {
    this.finished = this.read();
  }

  /** Opens one without waiting for anything in it. */
  static async begin(visitor: Visitor, reportId: string, query: Record<string, string>): Promise<LiveStream> {
    const stopping = new AbortController();
    const address = `/api/live/reports/${reportId}?${new URLSearchParams(query)}`;
    return new LiveStream(await visitor.request(address, { signal: stopping.signal }), stopping);
  }

  /** Opens one and waits until it is up to date. */
  static async open(visitor: Visitor, reportId: string, query: Record<string, string>): Promise<LiveStream> {
    const stream = await LiveStream.begin(visitor, reportId, query);
    if (stream.response.ok) await stream.until(() => stream.events.some(({ event }) => event === 'hello'));
    return stream;
  }

  /** The others who have the report open, as in the latest message. */
  get writers(): Writer[] {
    return (this.events.findLast(({ event }) => event === 'writers')?.data ?? []) as Writer[];
  }

  /** Waits until the received messages fulfil a condition. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.hasEnded) throw new Error(`the stream has ended: ${JSON.stringify(this.events)}`);
      await new Promise<void>((resolve) => {
        this.arrived = resolve;
      });
    }
  }

  close(): void {
    this.stopping.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop() ?? '';
        this.events.push(...blocks.map(parsed).filter((events) => events !== null));
        this.arrived();
      }
    } catch {
      // The stream was closed by this side, or ended with its server.
    }
    this.hasEnded = true;
    this.arrived();
  }
}

/** Sends the task in which the officer of a tab writes, as the script of the page does. */
export function announce(visitor: Visitor, reportId: string, body: object): Promise<Response> {
  return visitor.request(`/api/live/reports/${reportId}/presence`, {
    method: 'POST',
    body: JSON.stringify({ taskId: null, ...body }),
    headers: { 'Content-Type': 'application/json' },
  });
}
