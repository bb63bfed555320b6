import 'server-only';
import type { LiveMessage, LiveNotice } from '@/lib/schemas/live';
import { realNow } from '@/lib/server/clock';
import { log } from '@/lib/server/process/log';
import { LiveListener } from './live-listener';
import { publish, readMessage } from './live-messages';
import { type Listener, placeKey, presenceIn, type Subscriber, said } from './live-tabs';
import {
  noTabsPresent,
  type PresentTabs,
  presenceIntervals,
  presenceOf,
  withoutExpired,
  withoutTab,
  withPresence,
  writersBeside,
} from './present-tabs';

export type { LiveNotice };

function notifyOthers(messages: readonly LiveMessage[]): void {
  publish(messages).catch((error: unknown) => log.warn({ err: error }, 'live messages were not sent'));
}

/**
 * The presence on reports as this process knows it; nothing is stored. Each process announces the tabs connected to it;
 * the tabs of a process that died are dropped after 25 seconds. Only reports open in this process are followed, each
 * side separately; tabs with the overview get the recorded events of all reports.
 */
class LiveHub {
  private readonly subscribers = new Set<Subscriber>();
  private readonly overviews = new Set<Listener>();
  private readonly presentTabs = new Map<string, PresentTabs>();
  private timers: NodeJS.Timeout[] | undefined;
  private isEnding = false;
  private readonly listener = new LiveListener(
    (payload) => this.hear(readMessage(payload)),
    () => this.greet([...this.subscribers], [...this.overviews]),
  );

  /** Connects a tab; gives a function that disconnects it. */
  join(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    this.dismissIfEnding(subscriber);
    this.presentTabs.set(placeKey(subscriber), this.presentTabs.get(placeKey(subscriber)) ?? noTabsPresent);
    this.start();
    // A tab that joins before listening has started is announced when it starts.
    if (this.listener.isListening()) this.greet([subscriber], []);
    return () => this.leave(subscriber);
  }

  /** Connects a tab to the recorded events of all reports; gives a function that disconnects it. */
  joinOverview(overview: Listener): () => void {
    this.overviews.add(overview);
    this.dismissIfEnding(overview);
    this.start();
    if (this.listener.isListening()) this.greet([], [overview]);
    return () => {
      this.overviews.delete(overview);
      this.stopIfAlone();
    };
  }

  endAll(): void {
    this.isEnding = true;
    for (const tab of this.tabs()) tab.end();
  }

  /** A tab that connects while the process is stopping would keep the server from stopping. */
  private dismissIfEnding(tab: Listener): void {
    if (this.isEnding) queueMicrotask(() => tab.end());
  }

  private tabs(): Listener[] {
    return [...this.subscribers, ...this.overviews];
  }

  private start(): void {
    this.listener.start();
    this.timers ??= [
      setInterval(() => this.beat(), presenceIntervals.heartbeat),
      setInterval(() => this.forget(), presenceIntervals.sweep),
    ];
  }

  private leave(subscriber: Subscriber): void {
    if (!this.subscribers.delete(subscriber)) return;
    const { reportId, side, presence } = subscriber;
    const { tabId, accountId } = presence;
    notifyOthers([{ type: 'left', reportId, side, tabId, accountId }]);
    if (this.subscribersAt(placeKey(subscriber)).length === 0) this.presentTabs.delete(placeKey(subscriber));
    this.stopIfAlone();
  }

  private stopIfAlone(): void {
    if (this.tabs().length > 0) return;
    this.listener.stop();
    this.timers?.forEach(clearInterval);
    this.timers = undefined;
  }

  private subscribersAt(place: string): Subscriber[] {
    return [...this.subscribers].filter((subscriber) => placeKey(subscriber) === place);
  }

  /** Announces tabs, asks other processes for theirs, and lets the tabs catch up. */
  private greet(subscribers: Subscriber[], overviews: Listener[]): void {
    const places = new Map(subscribers.map(({ reportId, side }) => [placeKey({ reportId, side }), { reportId, side }]));
    notifyOthers([
      ...subscribers.map(said),
      ...[...places.values()].map((place) => ({ type: 'who' as const, ...place })),
    ]);
    for (const tab of [...subscribers, ...overviews]) tab.resume();
  }

  private hear(message: LiveMessage | null): void {
    if (message === null) return;
    if ('eventId' in message) this.notify(message);
    else this.hearTab(message);
  }

  private hearTab(message: Exclude<LiveMessage, LiveNotice>): void {
    const place = placeKey(message);
    const present = this.presentTabs.get(place);
    if (!present) return;
    const here = this.subscribersAt(place);
    if (message.type === 'who') notifyOthers(here.map(said));
    else if (message.type === 'left') this.hearLeft(present, message, here);
    else this.show(place, withPresence(present, presenceIn(message), realNow()));
  }

  private notify(notice: LiveNotice): void {
    for (const subscriber of this.subscribers) if (subscriber.reportId === notice.reportId) subscriber.notify(notice);
    for (const overview of this.overviews) overview.notify(notice);
  }

  private hearLeft(present: PresentTabs, left: Extract<LiveMessage, { type: 'left' }>, here: Subscriber[]): void {
    // A tab that has reconnected meanwhile is present, although its former connection reports it as left.
    const isHere = ({ presence }: Subscriber) => presence.tabId === left.tabId && presence.accountId === left.accountId;
    const back = here.filter(isHere);
    if (back.length > 0) notifyOthers(back.map(said));
    else this.show(placeKey(left), withoutTab(present, left));
  }

  private show(place: string, present: PresentTabs): void {
    this.presentTabs.set(place, present);
    for (const subscriber of this.subscribersAt(place)) {
      const known = presenceOf(present, subscriber.presence);
      if (known && known.at > subscriber.presence.at) subscriber.presence = known;
      subscriber.showWriters(writersBeside(present, subscriber.presence));
    }
  }

  private forget(): void {
    for (const [place, present] of this.presentTabs) this.show(place, withoutExpired(present, realNow()));
  }

  private beat(): void {
    this.listener.check();
    notifyOthers([...this.subscribers].map(said));
    for (const tab of this.tabs()) {
      const keep = (error: unknown) => log.warn({ err: error }, 'a session could not be checked');
      tab.mayStay().then((may) => may || tab.end(), keep);
    }
  }
}

const kept = globalThis as typeof globalThis & { portalLive?: LiveHub };

function openHub(): LiveHub {
  const hub = new LiveHub();
  // A stopping server waits for open responses, and these never end by themselves.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => hub.endAll());
  return hub;
}

/** The one hub of this process; a development server keeps it when it reloads modules. */
function hubOfProcess(): LiveHub {
  kept.portalLive ??= openHub();
  return kept.portalLive;
}

/** Connects a tab in which somebody has a report open. */
export function joinLive(subscriber: Subscriber): () => void {
  return hubOfProcess().join(subscriber);
}

/** Connects a tab with the overview to the recorded events of all reports; its presence is not announced. */
export function joinOverview(overview: Listener): () => void {
  return hubOfProcess().joinOverview(overview);
}
