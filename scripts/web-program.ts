import path from 'node:path';
import { projectRoot } from './install.mjs';
import { guarded } from './run-script';

/** Node's arguments for a process that serves the portal; it listens on PORT, and on HOST if that is set. */
export const webProgram = [...guarded, path.join(projectRoot, 'scripts/web-process.ts')];
