import { runMain } from './operator-error';

/** The databases of a demonstration and of a portal that is meant: each is set up by what it imports, and by nothing else. */
const setUps: Record<string, () => Promise<void>> = {
  demonstration: async () => (await import('@/prisma/seed/demonstration')).setUpDemonstration(),
  portal: async () => (await import('@/prisma/seed/portal')).setUpPortal(),
};

runMain(async () => {
  const setUp = setUps[process.argv[2] ?? ''];
  if (!setUp) throw new Error(`set-up.ts takes one of ${Object.keys(setUps).join(', ')}`);
  await setUp();
});
