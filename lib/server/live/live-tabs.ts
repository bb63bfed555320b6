import 'server-only';
import type { LiveMessage, LiveNotice, LiveSide, Presence, Writer } from '@/lib/schemas/live';
import { type PresentTabs, presenceOf, writersOf } from './present-tabs';

/** A tab connected to this process, with its handlers. */
export type Listener = {
  readonly accountId: string;
  notify(notice: LiveNotice): void;
  /** Listening started again, and events may have been missed. */
  resume(): void;
  /** Asked at every heartbeat. */
  mayStay(): Promise<boolean>;
  /** Ends it, because the account has opened as many newer ones as it may have. */
  supersede(): void;
  end(): void;
};

type Place = { readonly reportId: string; readonly side: LiveSide };

/** A tab in which somebody has a report open. */
export type Subscriber = Listener &
  Place & {
    /** The presence as last announced; the hub keeps it up to date. */
    presence: Presence;
    showWriters(writers: Writer[]): void;
  };

/** Key of the presence of one side on a report. */
export const placeKey = ({ reportId, side }: Place) => `${side} ${reportId}`;

/** The message by which a tab announces its presence. */
export const said = ({ reportId, side, presence }: Subscriber): LiveMessage => ({
  type: 'presence',
  reportId,
  side,
  ...presence,
});

/** The presence in such a message. */
export const presenceIn = ({ tabId, accountId, name, taskId, at }: Presence): Presence => ({
  tabId,
  accountId,
  name,
  taskId,
  at,
});

/** A report as this process follows it for one side: its own tabs there, and those of all processes. */
export type FollowedPlace = {
  readonly here: Set<Subscriber>;
  present: PresentTabs;
  /** The tabs are to be shown anew, or to be announced to a process that asks. */
  isChanged: boolean;
  isAsked: boolean;
};

/** Shows each tab of this process the others on the report. */
export function showWriters({ here, present }: FollowedPlace): void {
  const beside = writersOf(present);
  for (const subscriber of here) {
    const known = presenceOf(present, subscriber.presence);
    if (known && known.at > subscriber.presence.at) subscriber.presence = known;
    subscriber.showWriters(beside(subscriber.presence));
  }
}
