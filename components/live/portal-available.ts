import { routes } from '@/lib/routes';

const timeout = 15_000;

/**
 * Says whether the portal answers: an unanswered refresh or navigation would replace the page by an error page of the
 * browser.
 */
export function isPortalAvailable(): Promise<boolean> {
  return fetch(routes.health(), { cache: 'no-store', signal: AbortSignal.timeout(timeout) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
