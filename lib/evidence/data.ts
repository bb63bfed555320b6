import 'server-only';
import { z } from 'zod';
import { isDivisions, type ReportScope } from '@/lib/domain/authorization';
import { evidenceScans, scanNow } from '@/lib/domain/report/evidence-files';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { scopeCondition } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { evidenceLimits, scannerAddress } from '@/lib/server/files/evidence-settings';
import { Prisma } from '@/lib/server/generated/client';

const storedFile = z.object({
  id: z.string(),
  reportId: z.string(),
  taskId: z.string(),
  name: z.string(),
  /** In bytes. */
  size: z.number(),
  scan: z.enum(evidenceScans),
  uploadedAt: z.date(),
  uploadedBy: z.string(),
  /** The store has not had its bytes when they were last looked for. */
  isMissing: z.boolean(),
  mediaType: z.string(),
  digest: z.string(),
});
export type StoredFile = z.output<typeof storedFile>;

/** A file of an entry, as a list shows it. */
export type EvidenceRow = Omit<StoredFile, 'mediaType' | 'digest'>;

/** The files of a report, or of a filed version of it, by task. */
export type EvidenceByTask = ReadonlyMap<string, EvidenceRow[]>;

/** Condition: a filed version of the report lists the file `v`. */
export const isFiled = Prisma.sql`EXISTS (
  SELECT FROM "FiledVersion" f WHERE f."reportId" = v."reportId" AND f.snapshot @> jsonb_build_object('entries',
    jsonb_build_array(jsonb_build_object('evidence', jsonb_build_array(jsonb_build_object('id', v.id::text))))))`;

/**
 * An agency may read the present files of its reports and those listed by a filed version; all other readers, and the
 * agencies above it, only the latter.
 */
function isReadable(scope: ReportScope): Prisma.Sql {
  const isCovered = scopeCondition(scope);
  if (isDivisions(scope)) return Prisma.sql`${isFiled} AND ${isCovered}`;
  const isOfBelow = Prisma.sql`r."agencyId" = ANY(${[...scope.readableIds]}::uuid[])`;
  return Prisma.sql`${isCovered} AND v."removedAt" IS NULL OR (${isCovered} OR ${isOfBelow}) AND ${isFiled}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The readable files that meet a condition; `id` comes from the asker and may be no valid id. */
async function findFiles(scope: ReportScope | null, id: string, condition: Prisma.Sql): Promise<StoredFile[]> {
  if (scope === null || !uuid.test(id)) return [];
  const files = await rowsOf(storedFile)`
    SELECT v.id, v."reportId", v."taskId", v.name, v.size, v.scan::text, v."uploadedAt", a."displayName" AS "uploadedBy",
      v."missingSince" IS NOT NULL AS "isMissing", v."mediaType", v.digest
    FROM "Evidence" v JOIN "Report" r ON r.id = v."reportId" JOIN "Account" a ON a.id = v."uploadedById"
    WHERE ${condition} AND (${isReadable(scope)})
    ORDER BY v."uploadedAt", v.id`;
  const hasScanner = scannerAddress() !== null;
  return files.map((file) => ({ ...file, scan: scanNow(file.scan, hasScanner) }));
}

/** The row without the columns that a page does not need. */
function rowOf({ mediaType: _mediaType, digest: _digest, ...row }: StoredFile): EvidenceRow {
  return row;
}

function byTask(files: readonly StoredFile[]): EvidenceByTask {
  const tasks = new Map<string, EvidenceRow[]>();
  for (const file of files) tasks.set(file.taskId, [...(tasks.get(file.taskId) ?? []), rowOf(file)]);
  return tasks;
}

/** Lists the present files of a report by task, in the order of their upload. */
export async function listEvidence(scope: ReportScope | null, reportId: string): Promise<EvidenceByTask> {
  const files = await findFiles(
    scope,
    reportId,
    Prisma.sql`v."reportId" = ${reportId}::uuid AND v."removedAt" IS NULL`,
  );
  return byTask(files);
}

/** Lists the files of a filed version by task. */
export async function listVersionEvidence(
  scope: ReportScope | null,
  reportId: string,
  snapshot: ReportSnapshot,
): Promise<EvidenceByTask> {
  const ids = snapshot.entries.flatMap(({ evidence = [] }) => evidence.map(({ id }) => id));
  if (ids.length === 0) return new Map();
  const files = await findFiles(
    scope,
    reportId,
    Prisma.sql`v."reportId" = ${reportId}::uuid AND v.id = ANY(${ids}::uuid[])`,
  );
  return byTask(files);
}

/** Lists the scan results of a report's readable files, with the digests of their bytes. */
export async function listScans(
  scope: ReportScope | null,
  reportId: string,
): Promise<Pick<StoredFile, 'id' | 'scan' | 'digest'>[]> {
  const files = await findFiles(scope, reportId, Prisma.sql`v."reportId" = ${reportId}::uuid`);
  return files.map(({ id, scan, digest }) => ({ id, scan, digest }));
}

/** Gives a file, also a withheld one; null where there is none in the scope. */
export async function getEvidence(scope: ReportScope | null, evidenceId: string): Promise<StoredFile | null> {
  const [file] = await findFiles(scope, evidenceId, Prisma.sql`v.id = ${evidenceId}::uuid`);
  return file ?? null;
}

/** Condition: the bytes of the file `v` are needed, because it belongs to an entry or a filed version lists it. */
export const isNeeded = Prisma.sql`v.scan <> 'infected' AND (v."removedAt" IS NULL OR ${isFiled})`;

const digestRow = z.object({ digest: z.string() });

/**
 * Lists digests of files that no scanner has judged and whose bytes are there; those that were tried longest ago, and of
 * them the longest waiting, first; none that was tried since an instant of the real clock.
 */
export async function listUnscanned(triedBefore: Date, most: number): Promise<string[]> {
  const rows = await rowsOf(digestRow)`
    SELECT v.digest FROM "Evidence" v
    WHERE v.scan IN ('not_required', 'pending') AND v."missingSince" IS NULL AND ${isNeeded}
      AND (v."scanTriedAt" IS NULL OR v."scanTriedAt" < ${triedBefore})
    ORDER BY v."scanTriedAt" NULLS FIRST, v."uploadedAt" LIMIT ${most}`;
  return [...new Set(rows.map(({ digest }) => digest))];
}

/** Lists the digests of needed files after one of them, in order; or only of those that are missing. */
export async function listNeededDigests(after: string, most: number, onlyMissing: boolean): Promise<string[]> {
  const rows = await rowsOf(digestRow)`
    SELECT DISTINCT v.digest FROM "Evidence" v
    WHERE v.digest > ${after} AND ${isNeeded} AND (NOT ${onlyMissing} OR v."missingSince" IS NOT NULL)
    ORDER BY v.digest LIMIT ${most}`;
  return rows.map(({ digest }) => digest);
}

/** Gives the limits on an entry's files from the settings. */
export function getEvidenceLimits() {
  return evidenceLimits();
}
