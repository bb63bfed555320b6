import { messages } from './console-messages.mjs';
import { runMain } from './operator-error';

/** The set-up of a demonstration's database and of a production one; each imports only the modules that it needs. */
const setUps: Record<string, () => Promise<void>> = {
  demonstration: async () => (await import('@/prisma/seed/demonstration')).setUpDemonstration(),
  portal: async () => {
    const { differingYears } = await (await import('@/prisma/seed/portal')).setUpPortal();
    for (const year of differingYears) process.stdout.write(`${messages.calendarDiffers(year)}\n`);
  },
};

runMain(async () => {
  const setUp = setUps[process.argv[2] ?? ''];
  if (!setUp) throw new Error(`set-up.ts takes one of ${Object.keys(setUps).join(', ')}`);
  await setUp();
});
