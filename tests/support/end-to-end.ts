import { findChromium } from './browser';
import { createTemplate } from './own-portal';
import { startPortal } from './portal';

/** Prepares the browser and a portal for the end-to-end tests, and returns the function that stops the portal. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.PLAYWRIGHT_CHROMIUM_PATH = await findChromium();
  const portal = await startPortal();
  // The workers start after this and read these variables where the configuration does.
  process.env.E2E_URL = portal.url;
  process.env.E2E_DATA = portal.dataFolder;
  await createTemplate();
  return portal.stop;
}
