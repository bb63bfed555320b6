import 'server-only';
import { otherLanguage } from './portal-language';
import { type Translate, translatorFor } from './translator';

/** The translator of this request. Asked for inside a function, never once for a whole module. */
export function getT(): Translate {
  return translatorFor(otherLanguage());
}
