'use client';

import './globals.css';
import Failure from './error';

/** Stands in for the root layout when that itself fails. */
export default function GlobalFailure(props: Parameters<typeof Failure>[0]) {
  return (
    <html lang="zh-CN">
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
