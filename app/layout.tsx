import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { DemonstrationBar } from '@/components/demonstration/demonstration-bar';
import { BrowserNotice } from '@/components/layout/browser-notice';
import { ContactProvider } from '@/components/layout/contact-context';
import { SkipLink } from '@/components/layout/skip-link';
import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { loadContact, loadRhythms } from '@/lib/plans/loaders';
import { contactWords } from '@/lib/text/contact-words';
import { getT } from '@/lib/text/get-t';
import { LanguageProvider } from '@/lib/text/language-context';
import { defaultLanguage } from '@/lib/text/languages';
import { otherLanguage } from '@/lib/text/portal-language';
import { sharedRhythm } from '@/lib/text/rhythm-words';
import './globals.css';

export function generateMetadata(): Metadata {
  const t = getT();
  return {
    title: { default: t('layout.name'), template: `%s - ${t('layout.name')}` },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#14539a' };

/** Every page is made from the database: a public one is kept by the web process for as long as it is right. */
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const other = otherLanguage();
  const contact = await loadContact();
  return (
    <html lang={other?.language ?? defaultLanguage}>
      <body className="flex min-h-screen flex-col supports-[height:1dvh]:min-h-dvh">
        <LanguageProvider other={other}>
          <SkipLink />
          <BrowserNotice />
          {(await loadIsDemonstration()) && <DemonstrationBar rhythm={sharedRhythm(await loadRhythms())} />}
          <ContactProvider words={contact ? contactWords(getT(), contact) : ''}>{children}</ContactProvider>
        </LanguageProvider>
      </body>
    </html>
  );
}
