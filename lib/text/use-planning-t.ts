import { addSentences } from './translator';
import { planningCatalogue } from './zh-CN/planning-catalogue';

addSentences(planningCatalogue);

/** The translator of this page for components of the planning desks: it says their sentences, too. */
export { useT } from '#text/use-t';
