'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import { changePasswordSchema, signInFormSchema } from '@/lib/schemas/account';
import { openFormAction, reload } from '@/lib/server/forms/action';
import { deviceDigest, keepDevice, requestDevice } from '@/lib/server/session/device-cookie';
import { requestAddress, requestUserAgent } from '@/lib/server/session/request';
import { loadSession } from '@/lib/server/session/session';
import { requestedSessionId, writeSessionCookie } from '@/lib/server/session/session-cookie';
import { changePassword, signIn } from './mutations';

/**
 * Signs in with user name and password and goes on to the requested page; a wrong name and a wrong password get the
 * same answer.
 */
export const signInAction = openFormAction(
  signInFormSchema,
  async ({ next, ...input }): Promise<Result<Route>> => {
    const device = await requestDevice();
    const signedIn = await signIn({
      ...input,
      address: await requestAddress(),
      userAgent: await requestUserAgent(),
      device: deviceDigest(device),
      formerSessionId: await requestedSessionId(),
    });
    if (!signedIn.ok) return signedIn;
    await writeSessionCookie(signedIn.value.sessionId);
    await keepDevice(device);
    return accepted(next ? routes.asked(next) : routes.desk());
  },
  { done: (_input, page) => redirect(page) },
);

/** Changes one's own password; a one-time password has to be changed here before any other page opens. */
export const changePasswordAction = openFormAction(
  changePasswordSchema,
  async (input): Promise<Result<void>> => {
    const session = await loadSession();
    if (!session) return refused({ code: 'signed-out' });
    const device = deviceDigest(await requestDevice());
    return changePassword(session.actor, { ...input, sessionId: session.id, address: await requestAddress(), device });
  },
  { done: reload },
);
