import 'server-only';
import type { Presence, Writer } from '@/lib/schemas/live';

/**
 * In milliseconds of the real clock: the interval at which a process announces its tabs, the silence after which they
 * count as gone, and the interval at which that is checked.
 */
export const presenceIntervals = { heartbeat: 10_000, expiry: 25_000, sweep: 1_000 } as const;

/**
 * The tabs present on one report as all processes have announced them, with the instant of the last message of each.
 */
export type PresentTabs = ReadonlyMap<string, { presence: Presence; heardAt: Date }>;

export const noTabsPresent: PresentTabs = new Map();

type Tab = Pick<Presence, 'tabId' | 'accountId'>;

// Includes the account, so that nobody can announce another account's tab.
const keyOf = ({ tabId, accountId }: Tab) => `${accountId} ${tabId}`;

/**
 * Gives the presence after a message from a tab. A heartbeat sent before the newest message only renews the tab's time.
 */
export function withPresence(present: PresentTabs, presence: Presence, heardAt: Date): PresentTabs {
  const key = keyOf(presence);
  const known = present.get(key)?.presence;
  return new Map(present).set(key, { presence: known && known.at > presence.at ? known : presence, heardAt });
}

/** Gives the presence without one tab, which was closed or left the report. */
export function withoutTab(present: PresentTabs, tab: Tab): PresentTabs {
  const left = new Map(present);
  left.delete(keyOf(tab));
  return left;
}

/** Gives the presence without the tabs whose process has been silent for longer than 25 seconds. */
export function withoutExpired(present: PresentTabs, now: Date): PresentTabs {
  const isHeard = ({ heardAt }: { heardAt: Date }) => now.getTime() - heardAt.getTime() <= presenceIntervals.expiry;
  return new Map([...present].filter(([, seen]) => isHeard(seen)));
}

/** Gives the state of one tab, or null if it is unknown. */
export function presenceOf(present: PresentTabs, tab: Tab): Presence | null {
  return present.get(keyOf(tab))?.presence ?? null;
}

/**
 * Gives the other people who have the report open beside this tab: each account once per task that it is writing in, or
 * once without a task; in order of arrival.
 */
export function writersBeside(present: PresentTabs, reader: Tab): Writer[] {
  const others = [...present.values()]
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
