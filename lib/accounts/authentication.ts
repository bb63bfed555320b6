import 'server-only';
import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { Refusal } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import { signInSchema } from '@/lib/schemas/account';
import { env } from '@/lib/server/process/env';
import { log } from '@/lib/server/process/log';
import { requestAddress, requestUserAgent } from '@/lib/server/session/request';
import { sessionCookieName, sessionHours } from '@/lib/server/session/session-cookie';
import { signIn as openSession } from './mutations';

/** Takes a refused sign-in through next-auth back to the form's action. */
export class SignInRefused extends CredentialsSignin {
  override code = 'refused';
  constructor(readonly refusal: Refusal) {
    super();
  }
}

/**
 * The cookie holds the id of a Session row and nothing else; `lib/server/session/session.ts` checks the row on each request.
 */
export const { signIn: writeSessionCookie } = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  pages: { signIn: routes.signIn() },
  session: { strategy: 'jwt', maxAge: sessionHours * 60 * 60 },
  cookies: {
    sessionToken: {
      name: sessionCookieName,
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env().PORTAL_URL.startsWith('https:') },
    },
  },
  providers: [
    Credentials({
      credentials: { userName: {}, password: {} },
      async authorize(given) {
        const { userName, password } = signInSchema.parse(given);
        const result = await openSession({
          userName,
          password,
          address: await requestAddress(),
          userAgent: await requestUserAgent(),
        });
        if (!result.ok) throw new SignInRefused(result.refusal);
        return { id: result.value.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
  },
  // Refused sign-ins are recorded as events of the portal; next-auth's own log would print a stack trace for each.
  logger: {
    error: (error) => (error instanceof SignInRefused ? undefined : log.error({ err: error }, 'sign-in failed')),
  },
}));
