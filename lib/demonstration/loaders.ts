import 'server-only';
import { isDemonstration } from './data';
import { demonstrationAccounts } from './demonstration-accounts';

/** For the layout of every page, prerendered ones too: how a portal was set up never changes. */
export function loadIsDemonstration(): Promise<boolean> {
  return isDemonstration();
}

/** The accounts that a demonstration offers to its visitors; none anywhere else. */
export async function loadDemonstrationAccounts() {
  return (await isDemonstration()) ? demonstrationAccounts : [];
}
