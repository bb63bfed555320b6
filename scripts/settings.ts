import { existsSync } from 'node:fs';
import path from 'node:path';
import { keptAuthSecret } from './auth-secret';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { OperatorError } from './operator-error';

export type Settings = {
  port: number;
  /** Folder of the embedded database and the demonstration's secrets. */
  dataFolder: string;
  /** Folder of evidence files, unless a bucket is set. */
  evidenceFolder: string;
  /** The operator's own database, or null for the embedded one. */
  databaseUrl: string | null;
  authSecret: string | null;
  portalUrl: string;
};

const shortestSecret = 32;

// Next.js would read this file too, but only after the database has been chosen.
const settingsFile = path.join(projectRoot, '.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);

/** Gives the data folder of this process: PORTAL_DATA, or `.data` in the project. */
export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.PORTAL_DATA || '.data');
}

/** Gives the folder of the evidence: EVIDENCE_FOLDER, or `evidence` in the data folder. */
export function evidenceFolder(): string {
  return path.resolve(projectRoot, process.env.EVIDENCE_FOLDER || path.join(dataFolder(), 'evidence'));
}

/** Reads the settings from the environment. Throws OperatorError for an invalid one. */
export function readSettings(): Settings {
  const databaseUrl = process.env.DATABASE_URL || null;
  const authSecret = process.env.AUTH_SECRET || null;
  if (databaseUrl && !isPostgresUrl(databaseUrl)) throw new OperatorError(messages.databaseUrlInvalid);
  if (databaseUrl && !authSecret) throw new OperatorError(messages.authSecretMissing);
  if (authSecret && authSecret.length < shortestSecret) throw new OperatorError(messages.authSecretShort);
  const port = readPort(process.env.PORT || '3000');
  const portalUrl = process.env.PORTAL_URL || `http://localhost:${port}`;
  if (!URL.canParse(portalUrl)) throw new OperatorError(messages.portalUrlInvalid);
  if (databaseUrl && isUnencrypted(portalUrl) && process.env.ALLOW_HTTP !== '1')
    throw new OperatorError(messages.portalUrlUnencrypted(portalUrl));
  const folders = { dataFolder: dataFolder(), evidenceFolder: evidenceFolder() };
  return { port, ...folders, databaseUrl, authSecret, portalUrl };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new OperatorError(messages.portInvalid(text));
  return port;
}

/**
 * Says whether people would use the portal without encryption: what they send can be read on the way, and browsers then
 * keep no unsaved text, because they offer encryption to https and to this machine alone.
 */
function isUnencrypted(portalUrl: string): boolean {
  const { protocol, hostname } = new URL(portalUrl);
  return protocol === 'http:' && !/^(localhost|.*[.]localhost|127(?:[.]\d+){3}|\[::1\])$/.test(hostname);
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

/** Gives the environment variables of the portal's processes; a demonstration keeps its secret in its data folder. */
export function portalVariables({ authSecret, portalUrl, evidenceFolder, dataFolder }: Settings) {
  const secret = authSecret ?? keptAuthSecret(dataFolder);
  return { PORTAL_URL: portalUrl, AUTH_SECRET: secret, EVIDENCE_FOLDER: evidenceFolder };
}
