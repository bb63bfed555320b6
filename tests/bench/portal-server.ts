import { freePort } from '@/scripts/free-port';
import { type Child, type Environment, startChild } from './child';

export type PortalServer = Child & { origin: string; secondsToFirstAnswer: number };

export const authSecret = 'the bench signs its own sessions with this secret';

const timeout = 60_000;

export function portalEnvironment(databaseUrl: string): Environment {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual' });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Starts the built portal on a database that runs already, and counts the seconds until its home page is answered. */
export async function startPortal(folder: string, databaseUrl: string): Promise<PortalServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = startChild(process.execPath, ['scripts/web-process.ts'], {
    cwd: folder,
    env: { ...portalEnvironment(databaseUrl), PORTAL_URL: origin, PORT: String(port), HOST: '127.0.0.1' },
  });
  while (!(await answers(`${origin}/`))) {
    if (child.process.exitCode !== null || performance.now() - begun > timeout) {
      throw new Error(`the portal does not answer:\n${child.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { ...child, origin, secondsToFirstAnswer: (performance.now() - begun) / 1000 };
}
