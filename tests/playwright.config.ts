import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserFlags } from './support/browser';

process.env.TZ = 'Asia/Kathmandu';

const results = path.resolve(import.meta.dirname, '../test-results');

export default defineConfig({
  testDir: './e2e',
  outputDir: path.join(results, 'e2e'),
  globalSetup: './support/end-to-end.ts',
  // All tests share the clock of one demonstration, so they run one after the other in the order of their files.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    // A screenshot is kept of a failed test only, because recording every test costs a seventh of the time.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: browserFlags },
  },
});
