import { translatorFor } from '@/lib/text/translator';

/** The translator of the default language, in which the tests read what the portal says. */
export const t = translatorFor();
