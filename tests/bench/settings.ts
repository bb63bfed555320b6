/** The number of turns in which A and B are measured; the median counts. */
export const rounds = 3;

/** The clients that file, each over its own connection. */
export const filingClients = 16;

/** `npm run bench -- --quick` tries the whole bench with little load: its figures mean nothing. */
export const isQuick = process.argv.includes('--quick');

/** Seconds of load for each measurement of a read, and before the first one. */
export const readSeconds = isQuick ? 1 : 8;
export const warmUpSeconds = isQuick ? 1 : 5;

/** Reports that each client files in a round, and before the first one. */
export const filingsEach = isQuick ? 10 : 100;
export const warmUpFilingsEach = isQuick ? 5 : 50;

/** The officers who save sections at once, what each saves in a round, and before the first one. */
export const savingOfficers = 50;
export const savesEach = isQuick ? 5 : 40;
export const warmUpSavesEach = isQuick ? 5 : 20;

/** The shortest pause in milliseconds between two saves of one officer in the editor, and the saves of each with it. */
export const autosavePause = 2_000;
export const writtenSavesEach = isQuick ? 2 : 6;

/** The file for the results as JSON: the first argument that is a path. */
export const resultFile = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '.data/bench.json';
