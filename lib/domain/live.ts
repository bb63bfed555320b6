/** Milliseconds of the real clock: how often a process says that its tabs are there, after how long of silence they are gone, how often that is looked at. */
export const presenceRhythm = { heartbeat: 10_000, expiry: 25_000, sweep: 1_000 } as const;

/** The cookie of a request that a page makes by itself: such a one keeps nobody signed in. */
export const unaskedCookie = 'portal-unasked';

/** Who has a report open is told to one's own side only: the agency's writers to the agency, the division's readers to the division. */
export const liveSides = ['agency', 'division'] as const;
export type LiveSide = (typeof liveSides)[number];

/** One tab in which somebody has a report open. Its task is null while nothing is written in it. */
export type Presence = {
  tabId: string;
  accountId: string;
  name: string;
  taskId: string | null;
  /** Since when, by the real clock: an ISO 8601 instant in UTC, so that later ones sort behind. */
  at: string;
};

/** Somebody who has a report open beside the reader; `isYou` is the reader's own account in another tab. */
export type Writer = Pick<Presence, 'accountId' | 'name' | 'taskId' | 'at'> & { isYou: boolean };

/** What the portal's processes know of who has one report open: by tab, with the instant of the last word. */
export type Room = ReadonlyMap<string, { presence: Presence; heardAt: Date }>;

export const emptyRoom: Room = new Map();

type Tab = Pick<Presence, 'tabId' | 'accountId'>;

// With the account, so that nobody can speak for another's tab.
const keyOf = ({ tabId, accountId }: Tab) => `${accountId} ${tabId}`;

/** The room after a word from a tab; a heartbeat that left before the newest word is a sign of life only. */
export function withPresence(room: Room, presence: Presence, heardAt: Date): Room {
  const key = keyOf(presence);
  const known = room.get(key)?.presence;
  return new Map(room).set(key, { presence: known && known.at > presence.at ? known : presence, heardAt });
}

export function withoutTab(room: Room, tab: Tab): Room {
  const left = new Map(room);
  left.delete(keyOf(tab));
  return left;
}

/** The room without the tabs whose process has been silent for longer than 25 seconds. */
export function withoutExpired(room: Room, now: Date): Room {
  const isHeard = ({ heardAt }: { heardAt: Date }) => now.getTime() - heardAt.getTime() <= presenceRhythm.expiry;
  return new Map([...room].filter(([, seen]) => isHeard(seen)));
}

/** What is known of one tab, or null. */
export function presenceOf(room: Room, tab: Tab): Presence | null {
  return room.get(keyOf(tab))?.presence ?? null;
}

/**
 * Who has the report open beside this tab, each account once for each task that it writes in, or once without a task;
 * whoever came first stands first.
 */
export function writersBeside(room: Room, reader: Tab): Writer[] {
  const others = [...room.values()]
    .map(({ presence }) => presence)
    .filter((presence) => keyOf(presence) !== keyOf(reader))
    .toSorted((a, b) => a.at.localeCompare(b.at) || keyOf(a).localeCompare(keyOf(b)));
  const writing = new Set(others.filter(({ taskId }) => taskId !== null).map(({ accountId }) => accountId));
  const writers = new Map<string, Writer>();
  for (const { accountId, name, taskId, at } of others) {
    const key = `${accountId} ${taskId}`;
    if (writers.has(key) || (taskId === null && writing.has(accountId))) continue;
    writers.set(key, { accountId, name, taskId, at, isYou: accountId === reader.accountId });
  }
  return [...writers.values()];
}
