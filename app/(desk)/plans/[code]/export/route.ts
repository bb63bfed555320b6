import { Readable } from 'node:stream';
import { findExportedPlan } from '@/lib/plans/export/data';
import { taskWorkbook } from '@/lib/plans/export/task-workbook';
import { attachment, fileNameOf, mediaTypes } from '@/lib/server/files/attachment';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { requireSession } from '@/lib/server/session/session';
import { missingFile } from '../../../../api/missing-file';

/** GET: the tasks of a plan with every field as .xlsx, for whoever reads the plan at its desk; the import reads it again. */
export async function GET(_request: Request, { params }: RouteContext<'/plans/[code]/export'>) {
  const { actor } = await requireSession();
  const plan = await findExportedPlan(actor, (await params).code);
  if (!plan) return missingFile();
  const { name, bytes } = await taskWorkbook(plan);
  return attachment(
    streamedBody(async () => Readable.from(bytes)),
    { name: fileNameOf(name, 'xlsx'), mediaType: mediaTypes.xlsx },
  );
}
