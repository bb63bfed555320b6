/** The newest statement of the portal's time that this tab has got, and how far it was ahead of the browser's clock. */
let newest = { at: Number.NEGATIVE_INFINITY, ahead: 0 };

/**
 * Gives the portal's time now, from an instant that the portal stated with the page. Only a statement newer than all
 * before says how far the clocks differ: a page that is restored from the browser's memory brings its old one along. The clock of the day is read, because others
 * stand still while a computer sleeps.
 */
export function portalTime(statedAt: Date): Date {
  const at = statedAt.getTime();
  if (at > newest.at) newest = { at, ahead: at - Date.now() };
  return new Date(Date.now() + newest.ahead);
}
