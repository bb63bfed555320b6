import 'server-only';
import { getT } from './get-t';
import type { Translate } from './translator';

/** The translator for a component that is rendered on the server alone, where there is no context. */
export function useT(): Translate {
  return getT();
}
