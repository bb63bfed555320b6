/**
 * The most script that a page may make a browser of today download, gzipped, in KB (1,000 bytes). A hundredth of it is what
 * lowering for Chromium 86 adds.
 */
export const scriptLimits = { publicPage: 142, editor: 223 } as const;
