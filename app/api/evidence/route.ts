import { scopeOf } from '@/lib/domain/authorization';
import { type Result, refused } from '@/lib/domain/refusal';
import type { EvidenceRow } from '@/lib/evidence/data';
import { listScans } from '@/lib/evidence/data';
import { parseUpload, takeInEvidence } from '@/lib/evidence/intake/job';
import { scanPending } from '@/lib/evidence/scan/job';
import { portalNow } from '@/lib/server/clock';
import { log } from '@/lib/server/process/log';
import { requestAddress } from '@/lib/server/session/request';
import { loadUsableSession } from '@/lib/server/session/session';
import { privately, refusalAnswer } from './answers';

async function takeIn(request: Request): Promise<Result<EvidenceRow>> {
  const session = await loadUsableSession();
  if (!session) return refused({ code: 'signed-out' });
  const upload = parseUpload(request);
  if (!upload.ok) return upload;
  const context = { actor: session.actor, now: await portalNow(), address: await requestAddress() };
  return takeInEvidence(upload.value, context);
}

/**
 * POST `?report=…&task=…` with the bytes of one file as the body and its percent-encoded name in `X-File-Name`: adds it
 * to an entry and answers 201 `{file}`, or `{refusal}` under 401, 403, 404, 409, 413, 415, 422 or 507. The body is streamed;
 * one whose announced length is too large is refused unread.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await takeIn(request);
  if (!result.ok) return refusalAnswer(result.refusal);
  void scanPending().catch((err: unknown) => log.error({ err }, 'the scan of waiting files failed'));
  return Response.json({ file: result.value }, { status: 201, headers: privately });
}

/** Files that one request has scanned; the job takes the others. */
const mostScanned = 5;

/**
 * GET `?report=…`: `{files: [{id, scan}]}` that the asker may read, after scanning those that waited. 404 where none is
 * readable.
 */
export async function GET(request: Request): Promise<Response> {
  const session = await loadUsableSession();
  const reportId = new URL(request.url).searchParams.get('report') ?? '';
  const scope = session && scopeOf(session.actor);
  if (!scope) return refusalAnswer({ code: session ? 'not-found' : 'signed-out' });
  const waiting = (await listScans(scope, reportId)).filter(({ scan }) => scan === 'pending');
  await scanPending(waiting.slice(0, mostScanned).map(({ digest }) => digest));
  const files = (await listScans(scope, reportId)).map(({ id, scan }) => ({ id, scan }));
  return files.length > 0 ? Response.json({ files }, { headers: privately }) : refusalAnswer({ code: 'not-found' });
}
