/**
 * Sections with fewer characters than this are not compared: short ones like 「按计划推进」 are alike without being copied.
 */
export const shortestComparedText = 20;
