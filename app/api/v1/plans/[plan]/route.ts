import { planDocument } from '@/lib/open-data/open-data';
import { getT } from '@/lib/text/get-t';
import { answer } from '../../answers';

/** GET /api/v1/plans/2020: a plan with its periods. 404 for an unknown plan. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/plans/[plan]'>) {
  const t = getT();
  const { plan } = await params;
  return answer(request, await planDocument(plan), t('api.noSuchPlan', { plan }));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../../answers';
