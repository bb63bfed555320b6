import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserFlags } from './support/browser';

process.env.TZ = 'Asia/Kathmandu';

const files = path.join(import.meta.dirname, 'e2e');

/** The tests that serve a portal of their own: they disturb nobody, and nobody disturbs them. */
const ownPortal = readdirSync(files)
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => path.join(files, name))
  .filter((file) => /own-portal|matrix'/.test(readFileSync(file, 'utf8')));

const results = path.resolve(import.meta.dirname, '../test-results');

export default defineConfig({
  testDir: './e2e',
  outputDir: path.join(results, 'e2e'),
  globalSetup: './support/end-to-end.ts',
  workers: 2,
  fullyParallel: false,
  projects: [
    // One demonstration, whose clock its tests share: one after the other, in the order of their files.
    { name: 'demonstration', testIgnore: ownPortal, workers: 1 },
    { name: 'own portal', testMatch: ownPortal, workers: 1 },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: browserFlags },
  },
});
