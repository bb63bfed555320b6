/** The account that last signed in in this tab: enough to fill in its name again, and no secret. */
type SignedIn = { accountId: string; userName: string };

const place = 'signed-in';

/** Remembers the account for as long as the tab is open. */
export function rememberSignedInName(account: SignedIn): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(account));
  } catch {
    // A browser that stores nothing lets its user type the name again.
  }
}

/** Gives the account that last signed in in this tab and did not sign out. */
export function signedInName(): SignedIn | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as SignedIn | null;
  } catch {
    return null;
  }
}

export function forgetSignedInName(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing is stored there.
  }
}
