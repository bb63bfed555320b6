import { parseQuarter } from '@/lib/domain/quarter';
import { deadlineDocument } from '@/lib/exports/open-data';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { answer, problem } from '../../answers';

/**
 * GET /api/v1/deadlines/2025Q3: `{quarter, dueOn, closesAt, provisional, reasons: [{date, kind, name}]}`, dates in the
 * portal's zone, `closesAt` exclusive and in UTC. 400 for an invalid quarter, 404 beyond the calendar.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/deadlines/[quarter]'>) {
  const text = (await params).quarter;
  const quarter = parseQuarter(text);
  if (!quarter) return problem(400, t('api.badRequest'), t('api.notAQuarter', { quarter: text }));
  const document = await deadlineDocument(quarter);
  return answer(request, document, t('api.quarterNotCovered', { quarter: formatQuarter(quarter) }));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../../answers';
