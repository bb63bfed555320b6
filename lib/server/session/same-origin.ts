import 'server-only';

/**
 * Says whether a request that changes something comes from a page of this portal: browsers name the page's origin with
 * every such request. Server actions are checked by the framework in the same way.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
