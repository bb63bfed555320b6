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
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** Runs a program with its output on the console, and gives its exit code. */
async function show(program: string, args: string[], variables: Variables = {}): Promise<number | null> {
  const child = spawn(process.execPath, [...guarded, path.join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    env: environment(variables),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  // On SIGINT the runners also end the processes that they started.
  stopSignal.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  onStop(async () => void (await exit));
  return (await exit)[0];
}

async function vitest(project: string): Promise<Tally> {
  await generatePrismaClient();
  const report = path.join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await show(programs.vitest, [
    'run',
    '--config=tests/vitest.config.ts',
    `--project=${project}`,
    ...reporters,
  ]);
  return tallyOf(report, code, vitestTally);
}

async function types(): Promise<Tally> {
  await generatePrismaClient();
  // The framework generates the types of the routes.
  await runProgram(programs.next, ['typegen']);
  return single((await show(programs.tsc, ['--noEmit'])) === 0);
}

async function lint(): Promise<Tally> {
  return single((await show(programs.biome, ['ci'])) === 0);
}

let isBuilt = true;

async function build(): Promise<Tally> {
  isBuilt = false;
  await generatePrismaClient();
  await compilePortal();
  isBuilt = true;
  return single(true);
}

async function e2e(): Promise<Tally> {
  if (!isBuilt) throw new OperatorError(messages.testNotBuilt);
  const report = path.join(reports, 'e2e.json');
  const args = ['test', '--config=tests/playwright.config.ts', '--reporter=list,json'];
  const code = await show(programs.playwright, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return tallyOf(report, code, playwrightTally);
}

const unit = () => vitest('unit');
const integration = () => vitest('integration');
const stages: Record<string, () => Promise<Tally>> = { types, lint, unit, integration, build, e2e };

/**
 * Runs a stage. One that breaks down has printed its error and counts as one failed test, and the next ones still run.
 */
async function run(name: string): Promise<Tally> {
  console.log(`\n── ${name} ──`);
  try {
    return (await stages[name]?.()) ?? single(false);
  } catch (error) {
    if (!stopSignal.aborted) printError(error);
    return single(false);
  }
}

async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !(name in stages));
  if (unknown) throw new OperatorError(messages.testStageUnknown(unknown, Object.keys(stages)));
  mkdirSync(reports, { recursive: true });
  const tallies: [string, Tally][] = [];
  for (const name of names) if (!stopSignal.aborted) tallies.push([name, await run(name)]);
  if (stopSignal.aborted) return;
  console.log();
  for (const [name, { passed, failed }] of tallies)
    console.log(`${name.padEnd(12)} ${passed} passed, ${failed} failed`);
  const sum = (count: keyof Tally) => tallies.reduce((total, [, tally]) => total + tally[count], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

stopOnSignals(1, () => undefined);
const asked = process.argv.slice(2);
main(asked.length > 0 ? asked : Object.keys(stages)).catch((error: unknown) => {
  printError(error);
  void stop(1);
});
