import type { ReactNode } from 'react';

export type Definition = { term: string; details: ReactNode };

/** Terms and their values side by side, one below the other on a phone. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr] sm:gap-y-3">
      {items.map(({ term, details }) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="mb-2 min-w-0 sm:mb-0">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
