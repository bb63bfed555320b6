'use client';

import { createContext, type ReactNode } from 'react';
import type { OtherLanguage } from './languages';

/** The language of the page where it is not the default one. */
export const LanguageContext = createContext<OtherLanguage | null>(null);

type LanguageProviderProps = { other: OtherLanguage | null; children: ReactNode };

/** Hands the browser the sentences of another language; those of the default one it has as a script. */
export function LanguageProvider({ other, children }: LanguageProviderProps) {
  return <LanguageContext value={other}>{children}</LanguageContext>;
}
