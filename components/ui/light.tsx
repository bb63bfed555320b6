import type { ReactNode } from 'react';

export type LightTone = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

/** A mark whose shape differs for each tone, always with words. */
export function Light({ tone, children }: { tone: LightTone; children: ReactNode }) {
  return <span className={`light light-${tone}`}>{children}</span>;
}
