import { type FaultAnswer, faultAnswer } from '@/app/fault-answer';
import { contactOf, listPlans } from '@/lib/plans/data';
import { databaseTroubleOf } from '@/lib/server/database/database-trouble';
import { requestContext } from '@/lib/server/process/request-context';
import { contactWords } from '@/lib/text/contact-words';
import { getT } from '@/lib/text/get-t';

/** A request that the web process answers itself, as far as it knows it. */
export type FailedRequest = {
  status: number;
  kind: 'page' | 'problem';
  id: string;
  retry: string | null;
  cause: unknown;
};

/** The office to ask as it was when it could last be read: a fault must be said without the database. */
let contact = '';

async function rememberContact(): Promise<void> {
  const plans = await listPlans().catch(() => null);
  if (plans) contact = plans[0] ? contactWords(getT(), contactOf(plans[0])) : '';
}

function answerFault({ cause, ...fault }: FailedRequest): FaultAnswer {
  void rememberContact();
  const trouble = databaseTroubleOf(cause);
  return faultAnswer({ ...fault, status: trouble ? 503 : fault.status, trouble, contact });
}

/** Gives the web process (`scripts/web`), which has modules of its own, the portal's words for its faults. */
export function register(): void {
  Object.assign(globalThis, { [Symbol.for('portal.faults')]: answerFault });
  void rememberContact();
}

/** Notes a failure for the line of its request, whose number the browser gets in place of the framework's. */
export function onRequestError(error: unknown): void {
  const context = requestContext();
  if (!context) return;
  context.cause ??= error;
  if (error instanceof Error) Object.assign(error, { digest: context.id });
}
