import 'server-only';
import type { LiveMessage, LiveNotice, LiveSide, Presence, Writer } from '@/lib/schemas/live';

/** A tab connected to this process, with its handlers. */
export type Listener = {
  notify(notice: LiveNotice): void;
  /** Listening started again, and events may have been missed. */
  resume(): void;
  /** Asked at every heartbeat. */
  mayStay(): Promise<boolean>;
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
