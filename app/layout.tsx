import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { DemonstrationBar } from '@/components/demonstration/demonstration-bar';
import { SkipLink } from '@/components/layout/skip-link';
import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { t } from '@/lib/text/translator';
import './globals.css';

export const metadata: Metadata = {
  title: { default: t('site.name'), template: `%s - ${t('site.name')}` },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#14539a' };

/** Reads no cookie and no header, so that the public pages below can be prerendered. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        {(await loadIsDemonstration()) && <DemonstrationBar />}
        {children}
      </body>
    </html>
  );
}
