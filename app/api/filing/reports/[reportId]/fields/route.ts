import { scopeOf } from '@/lib/domain/authorization';
import { accepted, refused } from '@/lib/domain/refusal';
import { loadFields } from '@/lib/filing/loaders';
import { saveReport } from '@/lib/filing/mutations';
import { listNearCopies } from '@/lib/reports/last-period/data';
import { saveFieldsSchema } from '@/lib/schemas/report';
import { answerJson } from '@/lib/server/forms/json-action';

type Context = RouteContext<'/api/filing/reports/[reportId]/fields'>;

/**
 * PUT `{accountId?, changes: [{taskId, field, version, content}]}`: saves single fields of a draft, each checked
 * against the version that the author had. Answers `{saved: [{taskId, field, version, at}], conflicts: [{taskId, field,
 * version, content, by, at}], nearCopies: [{taskId, section, likeness}]}`. 401 when signed out or signed in with
 * another account, 404 for another agency, 409 where the report cannot be saved, 400 for a malformed body.
 */
export async function PUT(request: Request, { params }: Context) {
  const { reportId } = await params;
  return answerJson(request, saveFieldsSchema, async ({ accountId, changes }, context) => {
    const { actor } = context;
    if (accountId && accountId !== actor.accountId) return refused({ code: 'signed-out' });
    const result = await saveReport(reportId, changes, context);
    if (!result.ok) return result;
    return accepted({ ...result.value, nearCopies: await listNearCopies(scopeOf(actor), reportId) });
  });
}

/**
 * GET: `{entries: [{taskId, fieldSaves, …}], canSave}`, the fields as stored now; 404 for accounts that may not read
 * the report.
 */
export async function GET(_request: Request, { params }: Context) {
  const fields = await loadFields((await params).reportId);
  return Response.json(fields ?? {}, { status: fields ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}
