import { median } from './turns';

export type Result = {
  work: string;
  unit: string;
  /** The value of the portal. */
  measured: number;
  /** The value of the thing measured beside the portal in the same run, or null without one. */
  limit: { name: string; value: number } | null;
  /** The goal for the ratio of both values, or, with a bound of its own, for the measured value. */
  goal: { atLeast?: number; atMost?: number; isBound?: true };
  /** Every single measurement, in the order in which it was made. */
  samples: { measured: number[]; limit: number[] };
};

/** The value to which the goal applies. */
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
