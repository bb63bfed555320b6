import type { Section } from './completeness';

/** A section whose text is nearly the same as last quarter's; `likeness` from 0 to 1. */
export type NearCopy = { taskId: string; section: Section; likeness: number };

/** Sections shorter than this many characters are alike by necessity: 「按计划推进」 copies nobody. */
export const shortestComparedText = 20;
