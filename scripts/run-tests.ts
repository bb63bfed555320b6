import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { compilePortal } from './build';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { OperatorError, printError } from './operator-error';
import { generatePrismaClient } from './prisma-client';
import { environment, guarded, runProgram, type Variables } from './run-script';
import { onStop, stop, stopOnSignals, stopSignal } from './shutdown';
import { playwrightTally, single, type Tally, tallyOf, vitestTally } from './test-tally';

const reports = path.join(projectRoot, 'test-results');
const programs = {
  next: 'next/dist/bin/next',
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  dependencyCruiser: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** Collects the output of a stage while others run beside it; null lets it print at once. */
type Printed = Buffer[] | null;

/** Runs a program with its output on the console, and gives its exit code. */
async function show(
  program: string,
  args: string[],
  printed: Printed,
  variables: Variables = {},
): Promise<number | null> {
  const output = printed ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [...guarded, path.join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    env: environment(variables),
    stdio: ['ignore', output, output, 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed?.push(chunk));
  const exit = once(child, 'close') as Promise<[number | null]>;
  // On SIGINT the runners also end the processes that they started.
  stopSignal.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  onStop(async () => void (await exit));
  return (await exit)[0];
}

let client: Promise<void> | undefined;

/** Stages that run side by side wait for one generation of the client. */
function databaseClient(): Promise<void> {
  client ??= generatePrismaClient();
  return client;
}

async function vitest(project: string, printed: Printed): Promise<Tally> {
  await databaseClient();
  const report = path.join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config=tests/vitest.config.ts', `--project=${project}`, ...reporters];
  const code = await show(programs.vitest, args, printed);
  return tallyOf(report, code, vitestTally);
}

async function types(printed: Printed): Promise<Tally> {
  await databaseClient();
  // The framework generates the types of the routes.
  await runProgram(programs.next, ['typegen']);
  return single((await show(programs.tsc, ['--noEmit'], printed)) === 0);
}

async function lint(printed: Printed): Promise<Tally> {
  return single((await show(programs.biome, ['ci'], printed)) === 0);
}

/** Checks who imports whom, and that nothing is exported or installed in vain. */
async function structure(printed: Printed): Promise<Tally> {
  await databaseClient();
  const law = ['--config=scripts/import-law.mjs', 'app', 'components', 'lib', 'prisma'];
  const isLawful = (await show(programs.dependencyCruiser, law, printed)) === 0;
  const isAlive = (await show(programs.knip, ['--config=scripts/knip.json'], printed)) === 0;
  const failed = Number(!isLawful) + Number(!isAlive);
  return { passed: 2 - failed, failed };
}

let isBuilt = true;

async function build(): Promise<Tally> {
  isBuilt = false;
  await databaseClient();
  await compilePortal();
  isBuilt = true;
  return single(true);
}

async function playwright(projects: string[], printed: Printed): Promise<Tally> {
  if (!isBuilt) throw new OperatorError(messages.testNotBuilt);
  const report = path.join(reports, 'e2e.json');
  const chosen = projects.map((project) => `--project=${project}`);
  const args = ['test', '--config=tests/playwright.config.ts', '--reporter=list,json', ...chosen];
  const code = await show(programs.playwright, args, printed, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return tallyOf(report, code, playwrightTally);
}

type Stage = (printed: Printed) => Promise<Tally>;

const stages: Record<string, Stage> = {
  types,
  lint,
  structure,
  unit: (printed) => vitest('unit', printed),
  build,
  integration: (printed) => vitest('integration', printed),
  e2e: (printed) => playwright(['demonstration', 'own'], printed),
  'long-integration': (printed) => vitest('long', printed),
  'long-e2e': (printed) => playwright(['long'], printed),
};
const usual = ['types', 'lint', 'structure', 'unit', 'build', 'integration', 'e2e'];
/** None of these keeps two cores busy from its beginning to its end. */
const sideBySide = ['types', 'lint', 'structure', 'unit'];

type Result = Tally & { name: string; seconds: number };

/** Runs a stage. One that breaks down has printed its error and counts as one failed test, and the next ones still run. */
async function run(name: string, printed: Printed): Promise<Result> {
  const begun = Date.now();
  const heading = `\n── ${name} ──`;
  if (!printed) console.log(heading);
  const tally = await (stages[name]?.(printed) ?? Promise.reject(new Error(name))).catch((error: unknown) => {
    if (!stopSignal.aborted) printError(error);
    return single(false);
  });
  if (printed) process.stdout.write(`${heading}\n${Buffer.concat(printed)}`);
  return { name, ...tally, seconds: Math.round((Date.now() - begun) / 1000) };
}

async function runAll(names: string[]): Promise<Result[]> {
  const first = names.filter((name) => sideBySide.includes(name));
  const results = await Promise.all(first.map((name) => run(name, first.length > 1 ? [] : null)));
  for (const name of names) {
    if (!first.includes(name) && !stopSignal.aborted) results.push(await run(name, null));
  }
  return results;
}

async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !(name in stages));
  if (unknown) throw new OperatorError(messages.testStageUnknown(unknown, Object.keys(stages)));
  mkdirSync(reports, { recursive: true });
  const results = await runAll(names);
  if (stopSignal.aborted) return;
  console.log();
  for (const { name, passed, failed, seconds } of results)
    console.log(`${name.padEnd(16)} ${passed} passed, ${failed} failed, ${seconds} s`);
  const sum = (count: keyof Tally) => results.reduce((total, result) => total + result[count], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

stopOnSignals(1, () => undefined);
const asked = process.argv.slice(2);
main(asked.length > 0 ? asked : usual).catch((error: unknown) => {
  printError(error);
  void stop(1);
});
