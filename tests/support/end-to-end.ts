import { findChromium } from './browser';
import { startPortal } from './portal';

/** Before the end-to-end tests: the browser, and a portal of their own. Gives what stops the portal after them. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.PLAYWRIGHT_CHROMIUM_PATH = await findChromium();
  const portal = await startPortal();
  // The workers, which are started after this, read it where the configuration does.
  process.env.E2E_URL = portal.url;
  process.env.E2E_DATA = portal.dataFolder;
  return portal.stop;
}
