import 'server-only';
import { parseWithZod } from '@conform-to/zod/v4';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { RedirectType, redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/authorization';
import type { Refusal, Result } from '@/lib/domain/refusal';
import type { FormAction, FormState, FormValues } from '@/lib/schemas/form-state';
import { portalNow } from '@/lib/server/clock';
import { databaseTroubleOf } from '@/lib/server/database/database-trouble';
import { sqlStateOf } from '@/lib/server/database/db';
import { recordFailure } from '@/lib/server/process/log';
import { requestAddress } from '@/lib/server/session/request';
import { loadUsableSession } from '@/lib/server/session/session';

export type ActionContext = { actor: Actor; now: Date; address: string };

/** The steps after the handler of a form has decided. */
type AfterForm<Input, Value> = {
  /** Runs after the commit: it invalidates caches and redirects, or gives the state, which is `done` without it. */
  done?: (input: Input, value: Value) => FormState | Promise<FormState>;
  /** Runs after a refusal, which the form shows in any case; most often it reloads an outdated page. */
  onRefused?: (refusal: Refusal) => void;
};

/** The typed values, returned to a form that was not accepted; passwords and secrets are never sent back. */
function typedValues(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || name.startsWith('$') || /password|secret/i.test(name)) continue;
    values[name] = values[name] === undefined ? value : `${values[name]}\n${value}`;
  }
  return values;
}

/**
 * Redirects to a page in place of the one whose form was sent, which is most often the same. Otherwise the browser's
 * back button would show the earlier state, with buttons for what is already done.
 */
export function comeBackTo(address: string): never {
  redirect(address as Route, RedirectType.replace);
}

/** Reloads the page around the form, which now shows what was done. */
export function reload(): FormState {
  refresh();
  return { status: 'done' };
}

/** Reloads the page after a refusal too, for a page on which somebody else may have acted first. */
export const reloadAlways = { done: reload, onRefused: refresh };

/** Turns a failure into a state that the form shows, and records its cause. */
function failure(error: unknown, values: FormValues): FormState {
  unstable_rethrow(error);
  if (sqlStateOf(error) === 'TP001') return { status: 'refused', refusal: { code: 'closed-meanwhile' }, values };
  if (sqlStateOf(error) === 'TP005')
    return { status: 'refused', refusal: { code: 'filing-ended', end: 'closed' }, values };
  const trouble = databaseTroubleOf(error) ?? undefined;
  return { status: 'failed', reference: recordFailure(error), trouble, values };
}

/**
 * Gives the errors of what no page sends: whoever calls an action without one may send anything, also a NUL, which no text
 * holds. Null where there are none.
 */
function unreadable(formData: unknown): Record<string, string[]> | null {
  if (!(formData instanceof FormData)) return {};
  const names = [...formData].flatMap(([name, value]) => (String(value).includes('\0') ? [name] : []));
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, ['not-valid']])) : null;
}

/** The schema of a form, or how it is found for what was sent: the form of a report follows its plan. */
type SchemaOf<Schema extends z.ZodType> = Schema | ((formData: FormData) => Promise<Schema>);

/** Parses a form with its schema; invalid input is returned with the errors per field. */
async function run<Schema extends z.ZodType, Value>(
  given: SchemaOf<Schema>,
  formData: FormData,
  handle: (input: z.output<Schema>) => Promise<Result<Value>>,
  done: AfterForm<z.output<Schema>, Value>['done'],
): Promise<FormState> {
  const errors = unreadable(formData);
  if (errors) return { status: 'invalid', errors, values: {} };
  const values = typedValues(formData);
  try {
    const schema = typeof given === 'function' ? await given(formData) : given;
    const submission = parseWithZod(formData, { schema });
    if (submission.status !== 'success') return { status: 'invalid', errors: submission.error ?? {}, values };
    const result = await handle(submission.value);
    if (!result.ok) return { status: 'refused', refusal: result.refusal, values };
    return done ? await done(submission.value, result.value) : { status: 'done' };
  } catch (error) {
    return failure(error, values);
  }
}

/**
 * Creates the action of a form that needs no session (the sign-in, the demonstration's clock): it parses with the
 * form's schema and returns the form's next state. An actions file exports the product as it is.
 */
export function openFormAction<Schema extends z.ZodType, Value>(
  schema: SchemaOf<Schema>,
  handle: (input: z.output<Schema>) => Promise<Result<Value>>,
  { done, onRefused }: AfterForm<z.output<Schema>, Value> = {},
): FormAction {
  return async (_previous, formData) => {
    const state = await run(schema, formData, handle, done);
    if (state.status === 'refused') onRefused?.(state.refusal);
    return state;
  };
}

/** Creates the action of any other form: in the same way, with the actor and the portal's time for the handler. */
export function formAction<Schema extends z.ZodType, Value>(
  schema: SchemaOf<Schema>,
  handle: (input: z.output<Schema>, context: ActionContext) => Promise<Result<Value>>,
  after: AfterForm<z.output<Schema>, Value> = {},
): FormAction {
  const signedIn = async (input: z.output<Schema>): Promise<Result<Value>> => {
    const session = await loadUsableSession();
    if (!session) return { ok: false, refusal: { code: 'signed-out' } };
    return handle(input, { actor: session.actor, now: await portalNow(), address: await requestAddress() });
  };
  return openFormAction(schema, signedIn, after);
}
