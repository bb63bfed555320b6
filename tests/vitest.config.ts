import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Code that forgets to name a time zone fails in this one, which nobody here uses and which is a quarter of an hour off.
process.env.TZ = 'Asia/Kathmandu';

const root = path.resolve(import.meta.dirname, '..');
const support = path.join(import.meta.dirname, 'support');

export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': path.join(support, 'server-only.ts') } },
  test: {
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
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [path.join(support, 'postgres.ts')],
          setupFiles: [path.join(support, 'own-database.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
