import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserFlags } from './support/browser';

process.env.TZ = 'Asia/Kathmandu';

const results = path.resolve(import.meta.dirname, '../test-results');

/** The files that share the one demonstration, its rows and its clock; every other starts a portal of its own. */
const onDemonstration = [
  'evidence',
  'filing',
  'filing-draft',
  'older-browser',
  'paper',
  'public',
  'receipts',
  'review',
  'review-publication',
  'review-roles',
  'script-size',
  'second-version',
].map((name) => `**/e2e/${name}.spec.ts`);
const long = '**/*.long.spec.ts';

export default defineConfig({
  testDir: './e2e',
  outputDir: path.join(results, 'e2e'),
  globalSetup: './support/end-to-end.ts',
  // Two files are run side by side, each whole and in one process, but never two of them on the demonstration.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    // A screenshot is kept of a failed test only, because recording every test costs a seventh of the time.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: browserFlags },
  },
  projects: [
    { name: 'demonstration', testMatch: onDemonstration, workers: 1, use: { baseURL: process.env.E2E_URL } },
    // Without an address, so that a file that means the demonstration fails here at its first page.
    { name: 'own', testIgnore: [...onDemonstration, long] },
    // These kill the database that all portals share, so nothing runs beside them.
    { name: 'long', testMatch: long, workers: 1 },
  ],
});
