'use client';

import './globals.css';
import { defaultLanguage } from '@/lib/text/languages';
import Failure from './error';

/** Replaces the root layout when the layout itself fails; only the default language is known then. */
export default function GlobalFailure(props: Parameters<typeof Failure>[0]) {
  return (
    <html lang={defaultLanguage}>
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
