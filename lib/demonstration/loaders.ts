import 'server-only';
import { isDemonstration } from './data';
import { demonstrationAccounts } from './demonstration-accounts';

/** For the layout of every page, kept ones included, because the way a portal was set up never changes. */
export function loadIsDemonstration(): Promise<boolean> {
  return isDemonstration();
}

/** Loads the accounts that a demonstration offers to its visitors; none on any other portal. */
export async function loadDemonstrationAccounts() {
  return (await isDemonstration()) ? demonstrationAccounts : [];
}
