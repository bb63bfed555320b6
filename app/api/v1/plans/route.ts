import { plansDocument } from '@/lib/open-data/open-data';
import { getT } from '@/lib/text/get-t';
import { answer } from '../answers';

/** GET /api/v1/plans: all plans, the latest first. */
export async function GET(request: Request) {
  const t = getT();
  return answer(request, await plansDocument(), t('api.noSuchAddress'));
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '../answers';
