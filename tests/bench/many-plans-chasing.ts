import { listUnfiledNear } from '@/lib/chasing/data';

// Reads the reports that are to be chased in a process of its own, and answers with the seconds of each reading.

export type UnfiledTask = { rounds: number; atLeast: number };

process.once('message', async ({ rounds, atLeast }: UnfiledTask) => {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const { length } = await listUnfiledNear(new Date());
    seconds.push((performance.now() - begun) / 1000);
    if (length < atLeast) throw new Error(`${length} reports are not filed, expected were ${atLeast}`);
  }
  process.send?.(seconds);
});
