import { createHmac } from 'node:crypto';
import { messages } from './console-messages.mjs';
import { LongWait } from './long-wait';
import { originAt } from './origin-at';
import { beginProcess, type Variables } from './run-script';
import { SupervisedProcess } from './supervised-process';
import { webProgram } from './web-program';

/** A browser may keep an idle connection open, so a stop waits hardly longer than a response takes. */
const stopTimeout = 4_000;
const answerTimeout = 5_000;

/** The process that serves HTTP: one that dies or no longer answers is replaced. */
export class WebServer {
  private readonly supervised: SupervisedProcess;

  constructor(
    mode: 'start' | 'dev',
    private readonly place: { port: number; host: string },
    variables: Variables,
  ) {
    const settings = {
      ...variables,
      PORT: String(place.port),
      PORTAL_PROCESS: 'web',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(variables.AUTH_SECRET ?? ''),
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    };
    const begin = () => beginProcess(webProgram, settings);
    this.supervised = new SupervisedProcess(begin, (reason, seconds) =>
      console.error(messages.serverDied(reason, seconds)),
    );
    void this.supervised.watch(() => answers(originAt(this.place)));
  }

  /** Waits until the portal serves and reaches its database, however often it has to be started. */
  async waitUntilReady(): Promise<void> {
    const waiting = new LongWait(messages.serverDoesNotAnswer);
    while (!(await isReady(originAt(this.place)))) await waiting.wait(25);
  }

  /** Lets running responses finish for a limited time. */
  stop(): Promise<void> {
    return this.supervised.stop(stopTimeout);
  }
}

/**
 * The key with which the framework seals what a server action carries through a page. Every process of a portal has the
 * same one, whichever build of the same sources it serves.
 */
function actionsKey(secret: string): string {
  return createHmac('sha256', secret).update('server actions').digest('base64');
}

function ask(origin: string, path: string): Promise<Response> {
  return fetch(`${origin}${path}`, { signal: AbortSignal.timeout(answerTimeout) });
}

/** Says whether the process answers at all, whatever it says. */
async function answers(origin: string): Promise<boolean> {
  try {
    await (await ask(origin, '/api/health/live')).body?.cancel();
    return true;
  } catch {
    return false;
  }
}

type HealthAnswer = { status: string; checks?: { database?: { ok: boolean } } };

/** Says whether the portal reaches its database; what else its health tells is no reason to hold it back. */
async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = (await (await ask(origin, '/api/health')).json()) as HealthAnswer;
    return answer.checks?.database?.ok ?? answer.status === 'ok';
  } catch {
    return false;
  }
}
