import { median } from './turns';

export type Result = {
  work: string;
  unit: string;
  /** What the portal does. */
  measured: number;
  /** What was measured beside it in the same run; null where nothing was. */
  limit: { name: string; value: number } | null;
  /** Speaks of the ratio to what was measured beside it, or, as a bound of its own, of the measured value itself. */
  goal: { atLeast?: number; atMost?: number; isBound?: true };
  /** Every single measurement, in the order in which it was made. */
  samples: { measured: number[]; limit: number[] };
};

/** The value that the goal speaks of. */
function judgedValue({ measured, limit, goal }: Result): number {
  return limit && !goal.isBound ? measured / limit.value : measured;
}

export function isMet(result: Result): boolean {
  const value = judgedValue(result);
  const { atLeast = -Infinity, atMost = Infinity } = result.goal;
  return value >= atLeast && value <= atMost;
}

/** A result whose median must keep within a bound of its own. */
export function bound(work: string, unit: string, samples: number[], atMost: number): Result {
  return {
    work,
    unit,
    measured: median(samples),
    limit: null,
    goal: { atMost },
    samples: { measured: samples, limit: [] },
  };
}
