import 'server-only';
import {
  emptyRoom,
  type Presence,
  presenceOf,
  presenceRhythm,
  type Room,
  type Writer,
  withoutExpired,
  withoutTab,
  withPresence,
  writersBeside,
} from '@/lib/domain/live';
import type { LiveMessage, LiveNotice } from '@/lib/schemas/live';
import { realNow } from './clock';
import { LiveListener } from './live-listener';
import { publish, readMessage } from './live-messages';
import { log } from './log';

export type { LiveNotice };

/** One tab that is connected to this process, and how it is told. */
export type Outlet = {
  readonly reportId: string;
  /** As it was last announced; the hub keeps it up to date. */
  presence: Presence;
  showWriters(writers: Writer[]): void;
  tell(notice: LiveNotice): void;
  /** The listening began anew, and something may have been missed. */
  resume(): void;
  /** Asked at every heartbeat. */
  mayStay(): Promise<boolean>;
  end(): void;
};

const said = (outlet: Outlet): LiveMessage => ({ type: 'presence', reportId: outlet.reportId, ...outlet.presence });

function tellOthers(messages: readonly LiveMessage[]): void {
  publish(messages).catch((error: unknown) => log.warn({ err: error }, 'live messages were not sent'));
}

/**
 * Who has which report open, as this process knows it: nothing is stored. Each process speaks for the tabs that are
 * connected to it; those of a process that died are forgotten after 25 seconds. Only reports that somebody here has open
 * are followed.
 */
class LiveHub {
  private readonly outlets = new Set<Outlet>();
  private readonly rooms = new Map<string, Room>();
  private timers: NodeJS.Timeout[] | undefined;
  private readonly listener = new LiveListener(
    (payload) => this.hear(readMessage(payload)),
    () => this.greet([...this.outlets]),
  );

  /** Connects a tab; gives what disconnects it. */
  join(outlet: Outlet): () => void {
    this.outlets.add(outlet);
    this.rooms.set(outlet.reportId, this.rooms.get(outlet.reportId) ?? emptyRoom);
    this.listener.start();
    this.timers ??= [
      setInterval(() => this.beat(), presenceRhythm.heartbeat),
      setInterval(() => this.forget(), presenceRhythm.sweep),
    ];
    // Whoever joins before the listening has begun is greeted with it.
    if (this.listener.isListening()) this.greet([outlet]);
    return () => this.leave(outlet);
  }

  endAll(): void {
    for (const outlet of [...this.outlets]) outlet.end();
  }

  private leave(outlet: Outlet): void {
    const { reportId, presence } = outlet;
    if (!this.outlets.delete(outlet)) return;
    const { tabId, accountId } = presence;
    tellOthers([{ type: 'left', reportId, tabId, accountId }]);
    if (this.outletsOf(reportId).length === 0) this.rooms.delete(reportId);
    if (this.outlets.size > 0) return;
    this.listener.stop();
    this.timers?.forEach(clearInterval);
    this.timers = undefined;
  }

  private outletsOf(reportId: string): Outlet[] {
    return [...this.outlets].filter((outlet) => outlet.reportId === reportId);
  }

  /** Says that tabs are here, asks who else is, and lets them catch up. */
  private greet(outlets: Outlet[]): void {
    const reports = [...new Set(outlets.map(({ reportId }) => reportId))];
    tellOthers([...outlets.map(said), ...reports.map((reportId) => ({ type: 'who' as const, reportId }))]);
    for (const outlet of outlets) outlet.resume();
  }

  private hear(message: LiveMessage | null): void {
    const room = message && this.rooms.get(message.reportId);
    if (!message || !room) return;
    const here = this.outletsOf(message.reportId);
    if (message.type === 'who') tellOthers(here.map(said));
    else if (message.type === 'left') this.hearLeft(room, message, here);
    else if (message.type === 'presence')
      this.show(message.reportId, withPresence(room, presenceIn(message), realNow()));
    else for (const outlet of here) outlet.tell(message);
  }

  private hearLeft(room: Room, left: Extract<LiveMessage, { type: 'left' }>, here: Outlet[]): void {
    // A tab that has come back meanwhile is here, whatever its former connection says.
    const isHere = ({ presence }: Outlet) => presence.tabId === left.tabId && presence.accountId === left.accountId;
    const back = here.filter(isHere);
    if (back.length > 0) tellOthers(back.map(said));
    else this.show(left.reportId, withoutTab(room, left));
  }

  private show(reportId: string, room: Room): void {
    this.rooms.set(reportId, room);
    for (const outlet of this.outletsOf(reportId)) {
      const known = presenceOf(room, outlet.presence);
      if (known && known.at > outlet.presence.at) outlet.presence = known;
      outlet.showWriters(writersBeside(room, outlet.presence));
    }
  }

  private forget(): void {
    for (const [reportId, room] of this.rooms) this.show(reportId, withoutExpired(room, realNow()));
  }

  private beat(): void {
    this.listener.check();
    tellOthers([...this.outlets].map(said));
    for (const outlet of this.outlets) {
      const keep = (error: unknown) => log.warn({ err: error }, 'a session could not be checked');
      outlet.mayStay().then((may) => may || outlet.end(), keep);
    }
  }
}

const presenceIn = ({ tabId, accountId, name, taskId, at }: Presence): Presence => ({
  tabId,
  accountId,
  name,
  taskId,
  at,
});

const kept = globalThis as typeof globalThis & { portalLive?: LiveHub };

function openHub(): LiveHub {
  const hub = new LiveHub();
  // The server waits for every answer under way: these never end by themselves.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => hub.endAll());
  return hub;
}

/** Connects a tab to the one hub of this process, which a development server that reloads its modules keeps. */
export function joinLive(outlet: Outlet): () => void {
  kept.portalLive ??= openHub();
  return kept.portalLive.join(outlet);
}
