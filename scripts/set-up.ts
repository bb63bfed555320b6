import { runMain } from './operator-error';

/** The set-up of a demonstration's database and of a production one; each imports only the modules that it needs. */
const setUps: Record<string, () => Promise<void>> = {
  demonstration: async () => (await import('@/prisma/seed/demonstration')).setUpDemonstration(),
  portal: async () => (await import('@/prisma/seed/portal')).setUpPortal(),
};

runMain(async () => {
  const setUp = setUps[process.argv[2] ?? ''];
  if (!setUp) throw new Error(`set-up.ts takes one of ${Object.keys(setUps).join(', ')}`);
  await setUp();
});
