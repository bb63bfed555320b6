import { loadFields } from '@/lib/reports/loaders';
import { saveReport } from '@/lib/reports/mutations';
import { saveFieldsSchema } from '@/lib/schemas/report';
import { answerJson } from '@/lib/server/json-action';

type Context = RouteContext<'/api/filing/reports/[reportId]/fields'>;

/**
 * PUT `{changes: [{taskId, field, version, content}]}`: saves single fields of a draft, each under the version that its
 * author had. Answers `{saved: [{taskId, field, version, at}], conflicts: [{taskId, field, version, content, by, at}]}`.
 * 401 signed out, 404 another agency's, 409 where the report cannot be saved, 400 for what does not fit.
 */
export async function PUT(request: Request, { params }: Context) {
  const { reportId } = await params;
  return answerJson(request, saveFieldsSchema, ({ changes }, context) => saveReport(reportId, changes, context));
}

/** GET: `{entries: [{taskId, fieldSaves, …}], canSave}`, the fields as they are stored now; 401, 404 as above. */
export async function GET(_request: Request, { params }: Context) {
  const fields = await loadFields((await params).reportId);
  return Response.json(fields ?? {}, { status: fields ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}
