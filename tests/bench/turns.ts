/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Measures two things in turns (A B A B A B), so that what the machine does meanwhile hits both alike. */
export async function inTurns<A, B>(
  rounds: number,
  first: (round: number) => Promise<A>,
  second: (round: number) => Promise<B>,
): Promise<{ first: A[]; second: B[] }> {
  const measured = { first: [] as A[], second: [] as B[] };
  for (let round = 0; round < rounds; round += 1) {
    measured.first.push(await first(round));
    measured.second.push(await second(round));
  }
  return measured;
}
