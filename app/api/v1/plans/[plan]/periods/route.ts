import { periodsDocument } from '@/lib/open-data/open-data';
import { getT } from '@/lib/text/get-t';
import { answer } from '../../../answers';

/**
 * GET /api/v1/plans/2020/periods: the periods with their deadlines and the reasons day by day. 404 for an unknown plan.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/plans/[plan]/periods'>) {
  const t = getT();
  const { plan } = await params;
  return answer(request, await periodsDocument(plan), t('api.noSuchPlan', { plan }));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../../../answers';
