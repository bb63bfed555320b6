import { sameText } from '@/lib/domain/report/near-copy';

/** The likeness of two texts in whole percent, 100 only where they are the same. */
export function likenessPercent(likeness: number): number {
  return likeness === sameText ? 100 : Math.min(99, Math.round(likeness * 100));
}
