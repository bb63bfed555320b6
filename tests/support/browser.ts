import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Root has no sandbox to use; the other flags keep the browser from contacting anything but the portal. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(name: string): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The packed Chromium of the npm registry, unpacked into the temporary folder. */
async function packedChromium(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

const starts = (program: string) => spawnSync(program, ['--version']).status === 0;

/**
 * The browser of the tests: the one named in the environment, else the packed one, which has no windows to draw and takes
 * a third less time; where the machine lacks what that needs, the machine's own or Playwright's.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) return named;
  const packed = await packedChromium();
  if (starts(packed)) return packed;
  const installed = names.map(onPath).find((found) => found !== null);
  if (installed) return installed;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : packed;
}
