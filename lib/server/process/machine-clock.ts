import 'server-only';

// The bundler may give a process several instances of this module; all of them follow one correction.
const key = Symbol.for('portal.clock');
const shared = globalThis as { [key]?: number };

/** Gives this machine's own time in milliseconds since 1970. */
export function machineNow(): number {
  return Date.now();
}

/** Gives the database's real time as far as it is known, in milliseconds since 1970. */
export function correctedNow(): number {
  return machineNow() + clockSkew();
}

/** Gives the milliseconds by which the database's clock is ahead of this machine's; 0 before the first measurement. */
export function clockSkew(): number {
  return shared[key] ?? 0;
}

/**
 * Takes a reading of the database's clock, made between two readings of this machine's. The known skew changes only where
 * the reading contradicts it, so that clocks that agree are never moved by the time that an answer takes.
 */
export function takeReading({
  asked,
  database,
  answered,
}: {
  asked: number;
  database: number;
  answered: number;
}): void {
  const uncertainty = Math.abs(answered - asked) / 2;
  const skew = database - (asked + answered) / 2;
  if (Math.abs(skew - clockSkew()) > uncertainty) shared[key] = skew;
}
