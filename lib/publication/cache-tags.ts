import 'server-only';

/** The tag of everything public: a publication, a withdrawal, and a change of plan or calendar invalidate it. */
export const publicTag = 'public';

/**
 * Cache times in seconds for another instance, which is not notified of an invalidation: it may show outdated content
 * for a minute while it is being read, and never content older than two minutes.
 */
export const publicLife = { stale: 60, revalidate: 60, expire: 120 };
