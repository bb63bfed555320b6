import path from 'node:path';
import { projectRoot } from './install.mjs';
import { guarded } from './run-script';

/** Node's arguments for a process that serves the portal; it listens on PORT of HOST, or of this machine alone. */
export const webProgram = [...guarded, path.join(projectRoot, 'scripts/web-process.ts')];
