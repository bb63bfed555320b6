import type { ReactNode } from 'react';

export type LightTone = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

/** A mark with a shape of its own for each tone, and always the words. */
export function Light({ tone, children }: { tone: LightTone; children: ReactNode }) {
  return <span className={`light light-${tone}`}>{children}</span>;
}
