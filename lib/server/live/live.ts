import 'server-only';
import { type LiveMessage, type LiveNotice, liveSides } from '@/lib/schemas/live';
import { realNow } from '@/lib/server/clock';
import { log } from '@/lib/server/process/log';
import { mostOfAccount, mostStreams } from './live-limit';
import { LiveListener } from './live-listener';
import { publish, readMessage } from './live-messages';
import {
  type FollowedPlace,
  type Listener,
  placeKey,
  presenceIn,
  type Subscriber,
  said,
  showWriters,
} from './live-tabs';
import {
  noTabsPresent,
  type PresentTabs,
  presenceIntervals,
  withoutExpired,
  withoutTab,
  withPresence,
} from './present-tabs';

export type { LiveNotice };

/** Milliseconds for which messages and changes are collected, so that many tabs at once cost as few steps as one. */
const tick = 50;

/**
 * The presence on reports as this process knows it; nothing is stored. Each process announces the tabs connected to it;
 * the tabs of a process that died are dropped after 25 seconds. Only reports open in this process are followed, each
 * side separately; tabs with the overview get the recorded events of all reports. Messages, answers and changes of one
 * tick are sent and shown together, so that the cost does not grow with the square of the tabs.
 */
class LiveHub {
  private readonly places = new Map<string, FollowedPlace>();
  private readonly overviews = new Set<Listener>();
  private readonly accounts = new Map<string, Set<Listener>>();
  private readonly outgoing: LiveMessage[] = [];
  private flushing: NodeJS.Timeout | undefined;
  private timers: NodeJS.Timeout[] | undefined;
  private isEnding = false;
  private readonly listener = new LiveListener(
    (payload) => this.hear(readMessage(payload)),
    () => this.greet(),
  );

  /** Says whether this process takes another tab. */
  takesAnother(): boolean {
    return this.tabs().length < mostStreams;
  }

  /** Connects a tab; gives a function that disconnects it. */
  join(subscriber: Subscriber): () => void {
    const key = placeKey(subscriber);
    const known = this.places.get(key);
    const place = known ?? { here: new Set(), present: noTabsPresent, isChanged: false, isAsked: false };
    place.here.add(subscriber);
    this.places.set(key, place);
    this.admit(subscriber);
    // A tab that joins before listening has started is announced when it starts.
    if (this.listener.isListening()) {
      const { reportId, side } = subscriber;
      this.say([said(subscriber), ...(known ? [] : [{ type: 'who' as const, reportId, side }])]);
      this.show(place, place.present);
      subscriber.resume();
    }
    return () => this.leave(subscriber);
  }

  /** Connects a tab to the recorded events of all reports; gives a function that disconnects it. */
  joinOverview(overview: Listener): () => void {
    this.overviews.add(overview);
    this.admit(overview);
    if (this.listener.isListening()) overview.resume();
    return () => {
      this.overviews.delete(overview);
      this.dismiss(overview);
    };
  }

  endAll(): void {
    this.isEnding = true;
    for (const tab of this.tabs()) tab.end();
    this.flush();
  }

  /** Starts with the first tab. An account's oldest tab gives way to the newest beyond the number that it may have. */
  private admit(tab: Listener): void {
    const own = this.accounts.get(tab.accountId) ?? new Set();
    this.accounts.set(tab.accountId, own.add(tab));
    const [oldest] = own;
    if (own.size > mostOfAccount) oldest?.supersede();
    // A tab that connects while the process is stopping would keep the server from stopping.
    if (this.isEnding) queueMicrotask(() => tab.end());
    this.listener.start();
    this.timers ??= [
      setInterval(() => this.beat(), presenceIntervals.heartbeat),
      setInterval(() => this.forget(), presenceIntervals.sweep),
    ];
  }

  /** Stops with the last tab. */
  private dismiss(tab: Listener): void {
    const own = this.accounts.get(tab.accountId);
    own?.delete(tab);
    if (own?.size === 0) this.accounts.delete(tab.accountId);
    if (this.accounts.size > 0) return;
    this.listener.stop();
    this.timers?.forEach(clearInterval);
    this.timers = undefined;
  }

  private tabs(): Listener[] {
    return [...this.accounts.values()].flatMap((own) => [...own]);
  }

  private leave(subscriber: Subscriber): void {
    const place = this.places.get(placeKey(subscriber));
    if (!place?.here.delete(subscriber)) return;
    const { reportId, side, presence } = subscriber;
    const { tabId, accountId } = presence;
    this.say([{ type: 'left', reportId, side, tabId, accountId }]);
    if (place.here.size === 0) this.places.delete(placeKey(subscriber));
    this.dismiss(subscriber);
  }

  /** Announces all tabs, asks other processes for theirs, and lets the tabs catch up. */
  private greet(): void {
    for (const { here } of this.places.values()) {
      const [first] = here;
      if (first) this.say([{ type: 'who', reportId: first.reportId, side: first.side }, ...[...here].map(said)]);
    }
    for (const tab of this.tabs()) tab.resume();
  }

  private hear(message: LiveMessage | null): void {
    if (message === null) return;
    if ('eventId' in message) this.notify(message);
    else this.hearTab(message);
  }

  private hearTab(message: Exclude<LiveMessage, LiveNotice>): void {
    const place = this.places.get(placeKey(message));
    if (!place) return;
    if (message.type === 'who') this.answer(place);
    else if (message.type === 'left') this.hearLeft(place, message);
    else this.show(place, withPresence(place.present, presenceIn(message), realNow()));
  }

  private notify(notice: LiveNotice): void {
    for (const side of liveSides) {
      const here = this.places.get(placeKey({ reportId: notice.reportId, side }))?.here ?? [];
      for (const subscriber of here) subscriber.notify(notice);
    }
    for (const overview of this.overviews) overview.notify(notice);
  }

  private hearLeft(place: FollowedPlace, left: Extract<LiveMessage, { type: 'left' }>): void {
    // A tab that has reconnected meanwhile is present, although its former connection reports it as left.
    const isHere = ({ presence }: Subscriber) => presence.tabId === left.tabId && presence.accountId === left.accountId;
    const back = [...place.here].filter(isHere);
    if (back.length > 0) this.say(back.map(said));
    else this.show(place, withoutTab(place.present, left));
  }

  private say(messages: readonly LiveMessage[]): void {
    this.outgoing.push(...messages);
    this.flushSoon();
  }

  private answer(place: FollowedPlace): void {
    place.isAsked = true;
    this.flushSoon();
  }

  private show(place: FollowedPlace, present: PresentTabs): void {
    place.present = present;
    place.isChanged = true;
    this.flushSoon();
  }

  private flushSoon(): void {
    this.flushing ??= setTimeout(() => this.flush(), tick);
  }

  private flush(): void {
    clearTimeout(this.flushing);
    this.flushing = undefined;
    for (const place of this.places.values()) {
      if (place.isAsked) this.outgoing.push(...[...place.here].map(said));
      if (place.isChanged) showWriters(place);
      place.isAsked = false;
      place.isChanged = false;
    }
    publish(this.outgoing.splice(0)).catch((error: unknown) => log.warn({ err: error }, 'live messages were not sent'));
  }

  private forget(): void {
    for (const place of this.places.values()) {
      const present = withoutExpired(place.present, realNow());
      if (present.size < place.present.size) this.show(place, present);
    }
  }

  private beat(): void {
    this.listener.check();
    for (const { here } of this.places.values()) this.say([...here].map(said));
    const keep = (error: unknown) => log.warn({ err: error }, 'a session could not be checked');
    for (const tab of this.tabs()) tab.mayStay().then((may) => may || tab.end(), keep);
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

/** Says whether this process takes another stream; where it does not, the tab asks again a little later. */
export function takesAnotherStream(): boolean {
  return hubOfProcess().takesAnother();
}
