import 'server-only';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { realNow } from '@/lib/server/clock';
import { diskSettings, evidenceFolder } from './evidence-settings';
import { storage } from './storage-choice';

/** Milliseconds; a store that takes longer counts as out of reach, and an answer counts for a while. */
const times = { answer: 3_000, kept: 10_000 };

/** `refused` where the store answers that it may not be written, `unreachable` where it does not answer. */
export type EvidenceHealth = { ok: boolean; reason?: 'refused' | 'unreachable'; detail?: string };

/** Free bytes of the disks of the evidence and of the portal's own data. */
export type DiskHealth = { ok: boolean; reason?: 'nearly-full'; freeBytes: number; floorBytes: number };

const refusing = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'ENOSPC', 'EDQUOT'];

function reasonOf(error: unknown): 'refused' | 'unreachable' {
  const { code = '', $metadata } = error as NodeJS.ErrnoException & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return refusing.includes(code) || (status >= 400 && status < 500) ? 'refused' : 'unreachable';
}

async function probe(): Promise<EvidenceHealth> {
  const given = new AbortController();
  const gaveUp = setTimeout(times.answer, null, { ref: false, signal: given.signal });
  gaveUp.catch(() => undefined);
  try {
    const checked = storage().then((store) => store.check().then(() => true));
    return (await Promise.race([checked, gaveUp])) ? { ok: true } : { ok: false, reason: 'unreachable' };
  } catch (error) {
    return { ok: false, reason: reasonOf(error), detail: error instanceof Error ? error.message : String(error) };
  } finally {
    given.abort();
  }
}

let latest: { health: Promise<EvidenceHealth>; at: number } | undefined;

/** Says whether the store of the evidence can be written, read and deleted from; tried again every ten seconds. */
export function evidenceHealth(): Promise<EvidenceHealth> {
  const now = realNow().getTime();
  if (!latest || now - latest.at > times.kept) latest = { health: probe(), at: now };
  return latest.health;
}

/** The free bytes of the disk on which a folder lies or will lie. */
async function freeBytesOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const above = path.dirname(folder);
    if (above === folder) throw error;
    return freeBytesOf(above);
  }
}

/**
 * Says whether the disks of the evidence and of the portal's own data have more free bytes than DISK_FLOOR_MB asks for,
 * and `wanted` beside them.
 */
export async function diskHealth(wanted = 0): Promise<DiskHealth> {
  const { dataFolder, floorBytes } = diskSettings();
  const freeBytes = Math.min(...(await Promise.all([evidenceFolder(), dataFolder].map(freeBytesOf))));
  const facts = { freeBytes, floorBytes };
  return freeBytes - wanted >= floorBytes ? { ok: true, ...facts } : { ok: false, reason: 'nearly-full', ...facts };
}
