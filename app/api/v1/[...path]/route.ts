import { getT } from '@/lib/text/get-t';
import { problem } from '../answers';

/** Every unknown address under /api/v1: 404, whatever the method. */
export function GET() {
  const t = getT();
  return problem(404, t('api.notFound'), t('api.noSuchAddress'));
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
