import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { schemaFiles } from './migration-files';
import { withProgress } from './progress.mjs';
import { runProgram } from './run-script';

const generator = 'prisma/build/index.js';
const stampFile = path.join(projectRoot, 'lib/server/generated/schema-digest');

/** Generates the database client when it is missing, or the schema or Prisma has changed since. */
export async function generatePrismaClient(): Promise<void> {
  const schema = (await schemaFiles()).map(([file, content]) => [path.basename(file), content]);
  const version = readFileSync(path.join(projectRoot, 'node_modules/prisma/package.json'), 'utf8');
  const digest = createHash('sha256').update(JSON.stringify(schema)).update(version).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return;
  // Any executable will do, because it is not run here; without it Prisma would try to download its own.
  const variables = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await withProgress(messages.generatingClient, () => runProgram(generator, ['generate'], variables));
  writeFileSync(stampFile, digest);
}
