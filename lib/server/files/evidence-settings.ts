import 'server-only';
import path from 'node:path';
import { z } from 'zod';
import { defaultEvidenceLimits, type EvidenceLimits, evidenceKinds } from '@/lib/domain/report/evidence-files';
import { settingsOf } from '@/lib/server/process/env';

const megabyte = 1024 * 1024;
const named = (text: string) => text.split(',').map((each) => each.trim().toLowerCase());

export const evidenceSettingsSchema = z.object({
  EVIDENCE_FILE_MB: z.coerce
    .number()
    .positive()
    .max(1024)
    .default(defaultEvidenceLimits.bytes / megabyte),
  EVIDENCE_PER_ENTRY: z.coerce.number().int().min(1).max(100).default(defaultEvidenceLimits.perEntry),
  EVIDENCE_KINDS: z
    .string()
    .default(defaultEvidenceLimits.kinds.join(','))
    .transform(named)
    .pipe(z.array(z.enum(evidenceKinds))),
  EVIDENCE_FOLDER: z.string().optional(),
  PORTAL_DATA: z.string().default('.data'),
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EVIDENCE_S3_BUCKET: z.string().optional(),
  EVIDENCE_S3_REGION: z.string().default('us-east-1'),
  EVIDENCE_S3_KEY: z.string().optional(),
  EVIDENCE_S3_SECRET: z.string().optional(),
  /** Megabytes of a disk that are left to the database: below them no file is taken in. */
  DISK_FLOOR_MB: z.coerce.number().min(0).default(200),
  /** host:port, or the path of a unix socket. */
  CLAMD: z
    .string()
    .regex(/^\/.|^[^/]+:\d{1,5}$/)
    .optional(),
});

export type S3Settings = { endpoint: string | undefined; bucket: string; region: string; key: string; secret: string };

/** Gives the limits on an entry's files, from EVIDENCE_FILE_MB, EVIDENCE_PER_ENTRY and EVIDENCE_KINDS. */
export function evidenceLimits(variables: NodeJS.ProcessEnv = process.env): EvidenceLimits {
  const settings = settingsOf(evidenceSettingsSchema, variables);
  return {
    bytes: Math.floor(settings.EVIDENCE_FILE_MB * megabyte),
    perEntry: settings.EVIDENCE_PER_ENTRY,
    kinds: settings.EVIDENCE_KINDS,
  };
}

/** Gives the folder of stored files, and of those still being received. */
export function evidenceFolder(): string {
  const { EVIDENCE_FOLDER, PORTAL_DATA } = settingsOf(evidenceSettingsSchema);
  return path.resolve(EVIDENCE_FOLDER ?? path.join(PORTAL_DATA, 'evidence'));
}

/** Gives the folder of the portal's own data, and the bytes that must stay free on its disk and that of the evidence. */
export function diskSettings(): { dataFolder: string; floorBytes: number } {
  const { PORTAL_DATA, DISK_FLOOR_MB } = settingsOf(evidenceSettingsSchema);
  return { dataFolder: path.resolve(PORTAL_DATA), floorBytes: DISK_FLOOR_MB * megabyte };
}

/** Gives the S3 store where a bucket is set, which then needs its key and secret too; otherwise null. */
export function s3Settings(): S3Settings | null {
  const settings = settingsOf(evidenceSettingsSchema);
  if (!settings.EVIDENCE_S3_BUCKET) return null;
  const { key, secret } = z
    .object({ key: z.string(), secret: z.string() })
    .parse({ key: settings.EVIDENCE_S3_KEY, secret: settings.EVIDENCE_S3_SECRET });
  const { EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: bucket, EVIDENCE_S3_REGION: region } = settings;
  return { endpoint, bucket, region, key, secret };
}

/** Gives the address of the virus scanner, or null where none is used. */
export function scannerAddress(): { path: string } | { host: string; port: number } | null {
  const { CLAMD } = settingsOf(evidenceSettingsSchema);
  if (!CLAMD) return null;
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(CLAMD) ?? [];
  return host ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : { path: CLAMD };
}
