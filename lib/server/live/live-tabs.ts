import 'server-only';
import type { LiveSide, Presence, Writer } from '@/lib/domain/live';
import type { LiveMessage, LiveNotice } from '@/lib/schemas/live';

/** One tab that is connected to this process, and how it is told what was recorded. */
export type Listener = {
  tell(notice: LiveNotice): void;
  /** The listening began anew, and something may have been missed. */
  resume(): void;
  /** Asked at every heartbeat. */
  mayStay(): Promise<boolean>;
  end(): void;
};

type Place = { readonly reportId: string; readonly side: LiveSide };

/** A tab in which somebody has a report open. */
export type Outlet = Listener &
  Place & {
    /** As it was last announced; the hub keeps it up to date. */
    presence: Presence;
    showWriters(writers: Writer[]): void;
  };

/** The room in which one side of a report meets. */
export const roomAt = ({ reportId, side }: Place) => `${side} ${reportId}`;

/** The word of a tab that it is there. */
export const said = ({ reportId, side, presence }: Outlet): LiveMessage => ({
  type: 'presence',
  reportId,
  side,
  ...presence,
});

/** What such a word says of the tab. */
export const presenceIn = ({ tabId, accountId, name, taskId, at }: Presence): Presence => ({
  tabId,
  accountId,
  name,
  taskId,
  at,
});
