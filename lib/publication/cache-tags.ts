import 'server-only';

/** The tag of everything public: a publication, a withdrawal, and a change of plan or calendar invalidate it. */
export const publicTag = 'public';

/**
 * The tag of the public state of one report. Filing, withdrawing and extending invalidate it, so that only the pages of
 * that agency and of its tasks are made anew; lists of all agencies follow within a minute, because on the last day every
 * agency files and none of them should drop the pages of all.
 */
export const publicStateTag = (reportId: string) => `public-state/${reportId}`;

/** A cached read can have so many tags. */
const mostTags = 120;

/** The tags of the states that a read shows; of very many, those of the newest periods, which come first. */
export const publicStateTags = (reportIds: readonly string[]) => reportIds.slice(0, mostTags).map(publicStateTag);

const minute = 60;

/**
 * Cache times in seconds for another instance, which is not notified of an invalidation: it may show outdated content
 * for a minute while it is being read, and never content older than two minutes.
 */
export const publicLife = { stale: minute, revalidate: minute, expire: 2 * minute };

/** The same for states that turn by time alone: they are made anew at the turn, if it comes before the minute is over. */
export function publicLifeUntil(turn: Date | null, now: Date) {
  const seconds = turn ? Math.ceil((turn.getTime() - now.getTime()) / 1_000) : minute;
  return { ...publicLife, revalidate: Math.max(1, Math.min(minute, seconds)) };
}
