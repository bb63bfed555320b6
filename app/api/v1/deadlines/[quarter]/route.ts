import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { deadlineDocument } from '@/lib/open-data/open-data';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { answer, problem } from '../../answers';

/**
 * GET /api/v1/deadlines/2025Q3: `{quarter, dueOn, closesAt, provisional, reasons: [{date, kind, name}]}`, dates in the
 * portal's zone, `closesAt` exclusive and in UTC. 400 for an invalid period, 404 beyond the calendar.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/deadlines/[quarter]'>) {
  const t = getT();
  const text = (await params).quarter;
  const periodCode = parsePeriodCode(text);
  if (!periodCode) return problem(400, t('api.badRequest'), t('api.notAPeriod', { period: text }));
  const document = await deadlineDocument(periodCode);
  return answer(request, document, t('api.periodNotCovered', { period: formatPeriod(periodCode) }));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../../answers';
