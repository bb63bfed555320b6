import { readFileSync, rmSync } from 'node:fs';

export type Tally = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Gives the tally of a check that counts as one test. */
export function single(hasPassed: boolean): Tally {
  return { passed: Number(hasPassed), failed: Number(!hasPassed) };
}

/** Gives vitest's tally; a file that could not be loaded counts as one failed test. */
export function vitestTally({ numPassedTests, numFailedTests, testResults }: VitestReport): Tally {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** Gives Playwright's tally; each failure outside of a test counts as one failed test. */
export function playwrightTally({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * Gives the tally of a runner from its report. One that left no report, found no test, or failed without naming a
 * failure counts as one failed test, so that no failure passes unnoticed.
 */
export function tallyOf<Report>(file: string, exitCode: number | null, count: (report: Report) => Tally): Tally {
  const { passed, failed } = countIn(file, count);
  const isUnreported = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isUnreported ? 1 : failed };
}

function countIn<Report>(file: string, count: (report: Report) => Tally): Tally {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: 0 };
  } finally {
    rmSync(file, { force: true });
  }
}
