import { type SignInAttempt, signIn } from '@/lib/accounts/mutations';
import type { RefusalCode } from '@/lib/domain/refusal';

/** Attempts that a process makes all at once; it answers each with null or the code of the refusal. */
process.on('message', async (attempts: SignInAttempt[]) => {
  const results = await Promise.all(attempts.map((attempt) => signIn(attempt)));
  process.send?.(results.map((result): RefusalCode | null => (result.ok ? null : result.refusal.code)));
});

process.send?.('ready');
