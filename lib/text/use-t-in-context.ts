import { useContext } from 'react';
import { LanguageContext } from './language-context';
import { type Translate, translatorFor } from './translator';

/** The translator for a component that runs in a browser, which has the default catalogue among its scripts. */
export function useT(): Translate {
  return translatorFor(useContext(LanguageContext));
}
