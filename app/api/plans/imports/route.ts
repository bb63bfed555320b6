import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { mayImport } from '@/lib/domain/plan/plan-import-rights';
import { type Result, refused } from '@/lib/domain/refusal';
import { planFileLimit } from '@/lib/imports/plan/source-of-file';
import { beginImport } from '@/lib/plans/import/mutations';
import { routes } from '@/lib/routes';
import { importUploadSchema } from '@/lib/schemas/plan-import';
import { portalNow } from '@/lib/server/clock';
import { receiveFile } from '@/lib/server/files/incoming-file';
import { requestAddress } from '@/lib/server/session/request';
import { loadUsableSession } from '@/lib/server/session/session';
import { refusalAnswer } from '../../evidence/answers';

const tooLarge = { code: 'plan-file-unreadable', problem: 'file-too-large', values: {} } as const;

async function takeIn({ url, headers, body }: Request): Promise<Result<{ id: string }>> {
  const session = await loadUsableSession();
  if (!session) return refused({ code: 'signed-out' });
  const { searchParams } = new URL(url);
  const parsed = importUploadSchema.safeParse({
    officeId: searchParams.get('office'),
    planCode: searchParams.get('plan') ?? '',
    name: headers.get('x-file-name'),
    announced: headers.get('content-length') ?? undefined,
  });
  if (!parsed.success || !mayImport(session.actor, parsed.data.officeId)) return refused({ code: 'not-found' });
  const { announced, ...target } = parsed.data;
  if ((announced ?? 0) > planFileLimit) return refused(tooLarge);
  const received = await receiveFile(body ?? Readable.from([]), { limit: planFileLimit, announced });
  if (!received.ok) return received.refusal.code === 'evidence-too-large' ? refused(tooLarge) : received;
  const incoming = received.value;
  try {
    const context = { actor: session.actor, now: await portalNow(), address: await requestAddress() };
    return await beginImport({ ...target, file: await readFile(incoming.path) }, context);
  } finally {
    await incoming.discard();
  }
}

/**
 * POST `?office=…&plan=…` with the bytes of one file as the body and its percent-encoded name in `X-File-Name`: keeps it as a
 * draft of an import and answers 201 `{address}` of its preview, or `{refusal}`. A larger file than a notice is refused
 * unread where its length is announced, and at the first byte too many where not.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await takeIn(request);
  if (!result.ok) return refusalAnswer(result.refusal);
  return Response.json(
    { address: routes.planImport(result.value.id) },
    { status: 201, headers: { 'Cache-Control': 'no-store' } },
  );
}
