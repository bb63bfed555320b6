import { existsSync } from 'node:fs';
import path from 'node:path';
import { withoutEmpty } from '@/lib/server/process/env';
import { otherLanguage } from '@/lib/text/portal-language';
import { keptAuthSecret } from './auth-secret';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { OperatorError } from './operator-error';
import { originAt } from './origin-at';
import { settingFaults, settingWarnings, type Use } from './setting-faults';
import { commandSettingsSchema } from './setting-schemas';

export type Settings = {
  port: number;
  /** The address on which the portal listens. */
  host: string;
  /** Folder of the embedded database and the demonstration's secrets. */
  dataFolder: string;
  /** Folder of evidence files, unless a bucket is set. */
  evidenceFolder: string;
  /** The operator's own database, or null for the embedded one. */
  databaseUrl: string | null;
  authSecret: string | null;
  portalUrl: string;
  /** Seconds for which a start waits for the operator's own database. */
  startWait: number;
};

// Next.js would read this file too, but only after the database has been chosen.
const settingsFile = path.join(projectRoot, '.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);

/** Gives the data folder of this process: PORTAL_DATA, or `.data` in the project. */
export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.PORTAL_DATA || '.data');
}

/**
 * Checks every setting, and says what an operator should know of those that serve. Throws OperatorError with a sentence
 * for each fault. A process whose parent is a command of the portal leaves it to that.
 */
export function checkSettings(use: Use): void {
  if (process.env.PORTAL_PARENT === String(process.ppid)) return;
  const faults = settingFaults(process.env, use);
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));
  checkLanguage();
  if (use === 'serving') for (const warning of settingWarnings(process.env)) console.warn(warning);
}

function checkLanguage(): void {
  try {
    otherLanguage();
  } catch {
    throw new OperatorError(messages.languageMissing(process.env.PORTAL_LANGUAGE));
  }
}

/** Checks and reads the settings of a portal that is to be served. Throws OperatorError for an invalid one. */
export function readSettings(): Settings {
  checkSettings('serving');
  const { PORT: port, HOST: host, START_WAIT: startWait } = commandSettingsSchema.parse(withoutEmpty(process.env));
  const databaseUrl = process.env.DATABASE_URL || null;
  const portalUrl = process.env.PORTAL_URL ? new URL(process.env.PORTAL_URL).origin : originAt({ host, port });
  const folder = dataFolder();
  return {
    port,
    host,
    dataFolder: folder,
    evidenceFolder: evidenceFolder(folder, databaseUrl !== null),
    databaseUrl,
    authSecret: process.env.AUTH_SECRET || null,
    portalUrl,
    startWait,
  };
}

/** The evidence of a demonstration has a folder that no real portal uses, because it is deleted with the demonstration. */
function evidenceFolder(folder: string, isReal: boolean): string {
  const set = process.env.EVIDENCE_FOLDER;
  return set ? path.resolve(projectRoot, set) : isReal ? sharedEvidence(folder) : demonstrationEvidence(folder);
}

/** The place where a real portal keeps its evidence, and a demonstration once kept it too. */
export function sharedEvidence(folder: string): string {
  return path.join(folder, 'evidence');
}

/** The place where a demonstration keeps its evidence. */
export function demonstrationEvidence(folder: string): string {
  return path.join(folder, 'demonstration-evidence');
}

/** Gives the environment variables of the portal's processes; a demonstration keeps its secret in its data folder. */
export function portalVariables({ authSecret, portalUrl, evidenceFolder, dataFolder, host }: Settings) {
  const secret = authSecret ?? keptAuthSecret(dataFolder);
  return { PORTAL_URL: portalUrl, AUTH_SECRET: secret, EVIDENCE_FOLDER: evidenceFolder, HOST: host };
}
