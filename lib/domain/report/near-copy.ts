/**
 * Sections with fewer characters than this count as copied only if they say exactly the same: short ones like
 * 「按计划推进」 are soon alike, but the same short text in every quarter is a copy too.
 */
export const shortestComparedText = 20;

/** The likeness of texts that are the same but for blanks and punctuation; all others have less. */
export const sameText = 1;
