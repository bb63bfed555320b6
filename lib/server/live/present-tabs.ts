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

type Arrival = Pick<Writer, 'at' | 'accountId' | 'taskId'>;

// Compared as they are: the instants are spelled alike, and a comparison by language costs a hundred times as much.
function byArrival(a: Arrival, b: Arrival): number {
  const [one, other] = [a, b].map(({ at, accountId, taskId }) => `${at} ${accountId} ${taskId}`) as [string, string];
  return one < other ? -1 : Number(one > other);
}

/** One account as others see it: once for each task that it is writing in, or once without a task. */
function seenOf(tabs: readonly Presence[], isYou: boolean): Writer[] {
  const tasks = new Map<string | null, Writer>();
  for (const { accountId, name, taskId, at } of tabs) {
    const known = tasks.get(taskId);
    if (!known || at < known.at) tasks.set(taskId, { accountId, name, taskId, at, isYou });
  }
  if (tasks.size > 1) tasks.delete(null);
  return [...tasks.values()];
}

/**
 * Gives for a tab the other people who have the report open beside it, in order of arrival. What all tabs see alike is
 * made once.
 */
export function writersOf(present: PresentTabs): (reader: Tab) => Writer[] {
  const accounts = new Map<string, Presence[]>();
  for (const { presence } of present.values()) {
    const tabs = accounts.get(presence.accountId);
    if (tabs) tabs.push(presence);
    else accounts.set(presence.accountId, [presence]);
  }
  const all = [...accounts.values()].flatMap((tabs) => seenOf(tabs, false));
  return (reader) => {
    const own = (accounts.get(reader.accountId) ?? []).filter(({ tabId }) => tabId !== reader.tabId);
    const others = all.filter(({ accountId }) => accountId !== reader.accountId);
    return [...others, ...seenOf(own, true)].sort(byArrival);
  };
}
