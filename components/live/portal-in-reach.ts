import { routes } from '@/lib/routes';

const patience = 15_000;

/** Whether the portal answers: a refresh or a step that nobody answers would leave the page for one of the browser's own. */
export function isPortalInReach(): Promise<boolean> {
  return fetch(routes.health(), { cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
