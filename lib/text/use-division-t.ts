import { addSentences } from './translator';
import { divisionCatalogue } from './zh-CN/division-catalogue';

addSentences(divisionCatalogue);

/** The translator of this page for components of the division's desks: it says their sentences, too. */
export { useT } from '#text/use-t';
