import path from 'node:path';
import { messages } from './console-messages.mjs';
import { portProblem } from './free-port';
import { projectRoot } from './install.mjs';
import { JobWorker } from './job-worker';
import { OperatorError, printError } from './operator-error';
import { runScript, type Variables } from './run-script';
import { markServed } from './served-build';
import type { Settings } from './settings';
import { onStop, stop, stopOnSignals, stopSignal } from './shutdown';
import { WebServer } from './web-server';

/** Runs a launcher of the portal until it is stopped; a failure is printed and ends it with 1. */
export function runLauncher(main: () => Promise<void>): void {
  stopOnSignals(0, () => {
    console.log(messages.stopping);
    process.once('exit', () => console.log(messages.stopped));
  });
  main().catch(async (error: unknown) => {
    // Work interrupted by a stop fails in various ways, which need not be reported.
    if (!stopSignal.aborted) printError(error);
    await stop(1);
  });
}

/** Throws OperatorError when this process cannot listen on the port. */
export async function checkPort({ port, host }: Settings): Promise<void> {
  const problem = await portProblem(port, host);
  if (problem === 'elsewhere') throw new OperatorError(messages.hostUnknown(host));
  if (problem === 'busy') throw new OperatorError(messages.portBusy(port));
  if (problem === 'forbidden') throw new OperatorError(messages.portForbidden(port));
}

/** Refuses a store of evidence that cannot be written; says it where it only does not answer, or has little room. */
async function checkEvidence(variables: Variables): Promise<void> {
  const said = await runScript('evidence-check.ts', [], variables);
  if (said.trim() !== '') console.log(said.trim());
}

/** Serves the portal on its migrated database, does its jobs beside it, and says where it is. */
export async function servePortal({ port, host, portalUrl }: Settings, variables: Variables, mode: 'start' | 'dev') {
  await checkEvidence(variables);
  if (mode === 'start') onStop(markServed(path.join(projectRoot, '.next')));
  const server = new WebServer(mode, { port, host }, variables);
  onStop(() => server.stop());
  await server.waitUntilReady();
  const worker = new JobWorker(variables);
  onStop(() => worker.stop());
  console.log(`\n${messages.ready(portalUrl)}`);
}

/** Says which accounts a demonstration has. */
export async function announceAccounts(): Promise<void> {
  const { demonstrationAccounts } = await import('@/lib/demonstration/demonstration-accounts');
  console.log(messages.accountsTitle);
  for (const { userName, password, displayName } of demonstrationAccounts)
    console.log(`  ${userName.padEnd(12)} ${password}  ${displayName}`);
}
