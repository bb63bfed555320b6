import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserFlags } from './support/browser';

process.env.TZ = 'Asia/Kathmandu';

const results = path.resolve(import.meta.dirname, '../test-results');

export default defineConfig({
  testDir: './e2e',
  outputDir: path.join(results, 'e2e'),
  globalSetup: './support/end-to-end.ts',
  // One demonstration, whose clock all tests share: one after the other, in the order of their files.
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
    // What a page looked like is kept of a test that failed; to record all of them on the way costs a seventh of the work.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: browserFlags },
  },
});
