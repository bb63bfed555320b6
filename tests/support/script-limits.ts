/** The most script that a page may make a browser of today download, gzipped, in KB (1,000 bytes). */
export const scriptLimits = { publicPage: 140, editor: 220 } as const;
