import { scopeOf } from '@/lib/domain/authorization';
import { accepted, refused } from '@/lib/domain/refusal';
import { loadFields } from '@/lib/filing/loaders';
import { saveReport } from '@/lib/filing/mutations';
import { listNearCopies } from '@/lib/reports/last-quarter/data';
import { saveFieldsSchema } from '@/lib/schemas/report';
import { answerJson } from '@/lib/server/forms/json-action';

type Context = RouteContext<'/api/filing/reports/[reportId]/fields'>;

/**
 * PUT `{accountId?, changes: [{taskId, field, version, content}]}`: saves single fields of a draft, each under the version
 * that its author had. Answers `{saved: [{taskId, field, version, at}], conflicts: [{taskId, field, version, content, by,
 * at}], nearCopies: [{taskId, section, likeness}]}`. 401 signed out, or another account signed in; 404 another agency's,
 * 409 where the report cannot be saved, 400 for what does not fit.
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

/** GET: `{entries: [{taskId, fieldSaves, …}], canSave}`, the fields as they are stored now; 404 for whoever may not read. */
export async function GET(_request: Request, { params }: Context) {
  const fields = await loadFields((await params).reportId);
  return Response.json(fields ?? {}, { status: fields ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}
