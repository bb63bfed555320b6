export type Result = {
  work: string;
  unit: string;
  /** What the portal does. */
  measured: number;
  /** What was measured beside it; null where the goal is a bound of its own. */
  limit: { name: string; value: number } | null;
  /** In the goal's own terms: the ratio to the limit, or the bound itself. */
  goal: { atLeast?: number; atMost?: number };
  /** Every single measurement, in the order in which it was made. */
  samples: { measured: number[]; limit: number[] };
};

/** The value that the goal speaks of: the ratio where there is a limit, else the measured value. */
export function judgedValue({ measured, limit }: Result): number {
  return limit ? measured / limit.value : measured;
}

export function isMet(result: Result): boolean {
  const value = judgedValue(result);
  const { atLeast = -Infinity, atMost = Infinity } = result.goal;
  return value >= atLeast && value <= atMost;
}
