import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Actor } from '@/lib/domain/authorization';
import { takeInEvidence } from '@/lib/evidence/intake/job';
import { now } from './report-states';
import type { MadeReport } from './reports';
import { samples } from './sample-files';
import { sql } from './sql';

export const asking = (actor: Actor) => ({ actor, now, address: '10.0.0.7' });

export type Handed = { name?: string; content?: Buffer; taskId?: string; announced?: number };

/** Uploads a file as the portal's route does: a PDF for the first task unless another is given. */
export function handIn(report: MadeReport, actor: Actor, handed: Handed = {}) {
  const { name = '纪要.pdf', content = samples.pdf, taskId = report.taskIds[0] ?? '', announced } = handed;
  const body = Readable.from([content]);
  return takeInEvidence({ reportId: report.id, taskId, name, announced, body }, asking(actor));
}

/** A PDF with other bytes than all others, for tests in which the digest matters. */
export function pdfOf(words: string): Buffer {
  return Buffer.concat([samples.pdf, Buffer.from(`% ${words}\n`)]);
}

/** All files in the evidence folder: those stored by digest, and partial ones. */
export async function keptFiles(): Promise<string[]> {
  const entries = await readdir(process.env.EVIDENCE_FOLDER ?? '', { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

export type EvidenceColumns = { id: string; name: string; digest: string; scan: string; removedAt: Date | null };

export function rowsOf(reportId: string): Promise<EvidenceColumns[]> {
  return sql<EvidenceColumns>('SELECT * FROM "Evidence" WHERE "reportId" = $1 ORDER BY "uploadedAt", name', [reportId]);
}
