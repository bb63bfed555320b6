/**
 * Runs a function at the first call, and at most once per `every` milliseconds however often it is called; the last
 * call is never lost.
 */
export function bundled(run: () => void, every: number): { (): void; cancel(): void } {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const rest = () => {
    resting = setTimeout(() => {
      resting = undefined;
      if (isWanted) call();
    }, every);
  };
  const call = () => {
    isWanted = resting !== undefined;
    if (isWanted) return;
    rest();
    run();
  };
  return Object.assign(call, { cancel: () => clearTimeout(resting) });
}
