import { agenciesDocument } from '@/lib/open-data/open-data';
import { getT } from '@/lib/text/get-t';
import { answer, askedPage } from '../../../answers';

/**
 * GET /api/v1/plans/2020/agencies: the agencies in the order of the annex, with the codes of their tasks. Five hundred on a
 * page, `Link: rel="next"` names the next one. 404 for an unknown plan and behind the last page.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/plans/[plan]/agencies'>) {
  const t = getT();
  const { plan } = await params;
  return answer(request, await agenciesDocument(plan, askedPage(request)), t('api.noSuchPlan', { plan }));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../../../answers';
