/** Wrong passwords are counted for 15 minutes, in milliseconds (GB/T 22239-2019 sets no number; usual practice). */
export const signInWindow = 15 * 60_000;

/**
 * So many wrong passwords are looked at within a window: of one address, or of one known device, against one account; and
 * of one address in all, behind which a whole office may sit.
 */
export const wrongPasswordBounds = { account: 5, address: 50 } as const;

/** Those who wrong passwords are counted for: an address in all, an address or a known device against one account. */
export type Counted = { addressKey: string; userName: string; device: string };

/**
 * Gives the counters that an attempt goes by: a known device has one of its own, so that nobody else at its address can
 * shut it out; everybody else has those of the address. Never one of the account alone, by which strangers could lock it.
 */
export function countersOf({ addressKey, userName, device }: Counted): Counted[] {
  if (device !== '') return [{ addressKey: '', userName, device }];
  return [
    { addressKey, userName: '', device },
    { addressKey, userName, device },
  ];
}

/** Gives the number of wrong passwords at which a counter closes. */
function boundOf({ userName }: Pick<Counted, 'userName'>): number {
  return userName === '' ? wrongPasswordBounds.address : wrongPasswordBounds.account;
}

/** Gives the instants that still count, with one more. */
export function withWrong(wrong: readonly Date[], now: Date): Date[] {
  return [...wrong.filter((at) => now.getTime() - at.getTime() < signInWindow), now];
}

/** Gives the instant until which a counter is closed: a window after its last wrong password; null where it is open. */
export function closedUntil(counter: Counted & { wrong: readonly Date[] }, now: Date): Date | null {
  const last = counter.wrong.at(-1);
  if (!last || counter.wrong.length < boundOf(counter)) return null;
  const until = new Date(last.getTime() + signInWindow);
  return until > now ? until : null;
}

/** Gives the minutes until an instant, as a person is told them: at least one. */
export function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
}

/** Gives the user name as attempts are counted: spellings that mean one account are one, or each would be counted anew. */
export function countedName(userName: string): string {
  return userName.normalize('NFKC').toLowerCase().slice(0, 100);
}
