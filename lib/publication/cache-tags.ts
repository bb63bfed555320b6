import 'server-only';

/** Stands for everything that the public reads: a publication, a withdrawal, a change of plan or calendar invalidates it. */
export const publicTag = 'public';

/**
 * How long another instance, which does not hear of an invalidation, may show what it has: a minute while it is being read,
 * and never older than two minutes, however long nobody asked. Seconds.
 */
export const publicLife = { stale: 60, revalidate: 60, expire: 120 };
