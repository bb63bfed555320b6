import type { ReactNode } from 'react';

/** A page with one message, without navigation and footer, because their data may be the cause of the failure. */
export function PlainMessage({ site, title, children }: { site: string; title: string; children: ReactNode }) {
  return (
    <main id="content" className="border-t-4 border-emblem">
      <div className="page py-8">
        <p className="font-bold text-accent-strong">{site}</p>
        <h1 className="mt-10 mb-2 text-2xl font-bold">{title}</h1>
        {children}
      </div>
    </main>
  );
}
