import type { Section } from './entry';

/** A section whose text is nearly the same as the last period's; `likeness` from 0 to 1. */
export type NearCopy = { taskId: string; section: Section; likeness: number };

/**
 * Sections with fewer characters than this are not compared: short ones like 「按计划推进」 are alike without being copied.
 */
export const shortestComparedText = 20;
