import { scopeOf } from '@/lib/domain/authorization';
import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { loadFields } from '@/lib/filing/loaders';
import { type SavedReport, saveReport } from '@/lib/filing/mutations';
import { listNearCopies } from '@/lib/reports/last-period/data';
import { saveFieldsSchema } from '@/lib/schemas/report';
import { portalNow } from '@/lib/server/clock';
import { getFormOfReport } from '@/lib/server/database/stored-form';
import { requestAddress } from '@/lib/server/session/request';
import { loadUsableSession } from '@/lib/server/session/session';

type Context = RouteContext<'/api/filing/reports/[reportId]/fields'>;
type Saved = SavedReport & { nearCopies: Awaited<ReturnType<typeof listNearCopies>> };

const statusOf: Partial<Record<Refusal['code'], number>> = { 'signed-out': 401, forbidden: 403, 'not-found': 404 };

const answer = (content: object, status = 200) =>
  Response.json(content, { status, headers: { 'Cache-Control': 'no-store' } });

/** Null for a malformed body. */
async function save(request: Request, reportId: string): Promise<Result<Saved> | null> {
  const session = await loadUsableSession();
  if (!session) return refused({ code: 'signed-out' });
  const schema = saveFieldsSchema(await getFormOfReport(reportId));
  const input = await schema.safeParseAsync(await request.json().catch(() => undefined));
  if (!input.success) return null;
  const { accountId, tabId, changes } = input.data;
  const { actor } = session;
  if (accountId && accountId !== actor.accountId) return refused({ code: 'signed-out' });
  const context = { actor, now: await portalNow(), address: await requestAddress() };
  const result = await saveReport(reportId, changes, context, tabId);
  if (!result.ok) return result;
  return accepted({ ...result.value, nearCopies: await listNearCopies(scopeOf(actor), reportId) });
}

/**
 * PUT `{accountId?, tabId?, changes: [{taskId, field, version, content}]}`: saves single fields of a draft, each checked
 * against the version that the author had. Answers `{saved: [{taskId, field, version, at}], conflicts: [{taskId, field,
 * version, content, by, at, accountId}], nearCopies: [{taskId, section, likeness}]}`. 401 when signed out or signed in with
 * another account, 404 for another agency, 409 where the report cannot be saved, 400 for a
 * malformed body; a failure as everywhere (`app/fault-answer.ts`).
 */
export async function PUT(request: Request, { params }: Context) {
  const result = await save(request, (await params).reportId);
  if (!result) return answer({ invalid: true }, 400);
  return result.ok ? answer(result.value) : answer({ refusal: result.refusal }, statusOf[result.refusal.code] ?? 409);
}

/**
 * GET: `{entries: [{taskId, fieldSaves, …}], canSave}`, the fields as stored now; 404 for accounts that may not read
 * the report.
 */
export async function GET(_request: Request, { params }: Context) {
  const fields = await loadFields((await params).reportId);
  return answer(fields ?? {}, fields ? 200 : 404);
}
