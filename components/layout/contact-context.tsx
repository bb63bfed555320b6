'use client';

import { createContext, type ReactNode } from 'react';

/** The office to ask, in words, for pages that failed and can load nothing; empty where it is unknown. */
export const ContactContext = createContext('');

export function ContactProvider({ words, children }: { words: string; children: ReactNode }) {
  return <ContactContext value={words}>{children}</ContactContext>;
}
