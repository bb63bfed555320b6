import 'server-only';
import {
  emptyRoom,
  presenceOf,
  presenceRhythm,
  type Room,
  withoutExpired,
  withoutTab,
  withPresence,
  writersBeside,
} from '@/lib/domain/live';
import type { LiveMessage, LiveNotice } from '@/lib/schemas/live';
import { realNow } from '@/lib/server/clock';
import { log } from '@/lib/server/process/log';
import { LiveListener } from './live-listener';
import { publish, readMessage } from './live-messages';
import { type Listener, type Outlet, presenceIn, roomAt, said } from './live-tabs';

export type { LiveNotice };

function tellOthers(messages: readonly LiveMessage[]): void {
  publish(messages).catch((error: unknown) => log.warn({ err: error }, 'live messages were not sent'));
}

/**
 * The presence on reports as this process knows it; nothing is stored. Each process announces the tabs connected to it;
 * the tabs of a process that died are dropped after 25 seconds. Only reports open in this process are followed, each
 * side separately; tabs with the overview get the recorded events of all reports.
 */
class LiveHub {
  private readonly outlets = new Set<Outlet>();
  private readonly overviews = new Set<Listener>();
  private readonly rooms = new Map<string, Room>();
  private timers: NodeJS.Timeout[] | undefined;
  private isEnding = false;
  private readonly listener = new LiveListener(
    (payload) => this.hear(readMessage(payload)),
    () => this.greet([...this.outlets], [...this.overviews]),
  );

  /** Connects a tab; gives a function that disconnects it. */
  join(outlet: Outlet): () => void {
    this.outlets.add(outlet);
    this.dismissIfEnding(outlet);
    this.rooms.set(roomAt(outlet), this.rooms.get(roomAt(outlet)) ?? emptyRoom);
    this.start();
    // A tab that joins before listening has started is announced when it starts.
    if (this.listener.isListening()) this.greet([outlet], []);
    return () => this.leave(outlet);
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
    return [...this.outlets, ...this.overviews];
  }

  private start(): void {
    this.listener.start();
    this.timers ??= [
      setInterval(() => this.beat(), presenceRhythm.heartbeat),
      setInterval(() => this.forget(), presenceRhythm.sweep),
    ];
  }

  private leave(outlet: Outlet): void {
    if (!this.outlets.delete(outlet)) return;
    const { reportId, side, presence } = outlet;
    const { tabId, accountId } = presence;
    tellOthers([{ type: 'left', reportId, side, tabId, accountId }]);
    if (this.outletsIn(roomAt(outlet)).length === 0) this.rooms.delete(roomAt(outlet));
    this.stopIfAlone();
  }

  private stopIfAlone(): void {
    if (this.tabs().length > 0) return;
    this.listener.stop();
    this.timers?.forEach(clearInterval);
    this.timers = undefined;
  }

  private outletsIn(place: string): Outlet[] {
    return [...this.outlets].filter((outlet) => roomAt(outlet) === place);
  }

  /** Announces tabs, asks other processes for theirs, and lets the tabs catch up. */
  private greet(outlets: Outlet[], overviews: Listener[]): void {
    const places = new Map(outlets.map(({ reportId, side }) => [roomAt({ reportId, side }), { reportId, side }]));
    tellOthers([...outlets.map(said), ...[...places.values()].map((place) => ({ type: 'who' as const, ...place }))]);
    for (const tab of [...outlets, ...overviews]) tab.resume();
  }

  private hear(message: LiveMessage | null): void {
    if (message === null) return;
    if ('eventId' in message) this.tell(message);
    else this.hearTab(message);
  }

  private hearTab(message: Exclude<LiveMessage, LiveNotice>): void {
    const place = roomAt(message);
    const room = this.rooms.get(place);
    if (!room) return;
    const here = this.outletsIn(place);
    if (message.type === 'who') tellOthers(here.map(said));
    else if (message.type === 'left') this.hearLeft(room, message, here);
    else this.show(place, withPresence(room, presenceIn(message), realNow()));
  }

  private tell(notice: LiveNotice): void {
    for (const outlet of this.outlets) if (outlet.reportId === notice.reportId) outlet.tell(notice);
    for (const overview of this.overviews) overview.tell(notice);
  }

  private hearLeft(room: Room, left: Extract<LiveMessage, { type: 'left' }>, here: Outlet[]): void {
    // A tab that has reconnected meanwhile is present, although its former connection reports it as left.
    const isHere = ({ presence }: Outlet) => presence.tabId === left.tabId && presence.accountId === left.accountId;
    const back = here.filter(isHere);
    if (back.length > 0) tellOthers(back.map(said));
    else this.show(roomAt(left), withoutTab(room, left));
  }

  private show(place: string, room: Room): void {
    this.rooms.set(place, room);
    for (const outlet of this.outletsIn(place)) {
      const known = presenceOf(room, outlet.presence);
      if (known && known.at > outlet.presence.at) outlet.presence = known;
      outlet.showWriters(writersBeside(room, outlet.presence));
    }
  }

  private forget(): void {
    for (const [place, room] of this.rooms) this.show(place, withoutExpired(room, realNow()));
  }

  private beat(): void {
    this.listener.check();
    tellOthers([...this.outlets].map(said));
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
export function joinLive(outlet: Outlet): () => void {
  return hubOfProcess().join(outlet);
}

/** Connects a tab with the overview to the recorded events of all reports; its presence is not announced. */
export function joinOverview(overview: Listener): () => void {
  return hubOfProcess().joinOverview(overview);
}
