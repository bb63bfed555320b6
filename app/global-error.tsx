'use client';

import './globals.css';
import Failure from './error';

/** Replaces the root layout when the layout itself fails. */
export default function GlobalFailure(props: Parameters<typeof Failure>[0]) {
  return (
    <html lang="zh-CN">
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
