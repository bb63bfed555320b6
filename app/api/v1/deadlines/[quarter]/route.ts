import { parseQuarter } from '@/lib/domain/calendar/quarter';
import { deadlineDocument } from '@/lib/open-data/open-data';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
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
