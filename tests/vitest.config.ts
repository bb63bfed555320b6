import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Code that forgets to name a time zone fails in this one, which nobody here uses and which is a quarter of an hour off.
process.env.TZ = 'Asia/Kathmandu';

const root = path.resolve(import.meta.dirname, '..');
const support = path.join(import.meta.dirname, 'support');

const everyLong = 'tests/integration/**/*.long.test.ts';
/** Each file works on a database of its own, made from one template. */
const onDatabase = {
  globalSetup: [path.join(support, 'postgres.ts')],
  setupFiles: [path.join(support, 'own-database.ts')],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': path.join(support, 'server-only.ts') } },
  test: {
    // The tests wait for the database as much as they compute.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/architecture.test.ts',
            'tests/types-once.test.ts',
            'tests/words.test.ts',
          ],
          // No unit test keeps state or replaces a module, and loading every module for each file takes longer than the tests.
          isolate: false,
          maxWorkers: 1,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [everyLong],
          ...onDatabase,
        },
      },
      { extends: true, test: { name: 'long', include: [everyLong], ...onDatabase } },
    ],
  },
});
