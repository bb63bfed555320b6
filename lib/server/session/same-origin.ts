import 'server-only';

/**
 * Says whether a writing request comes from a page of this portal: browsers send the page's origin with every such
 * request. The framework checks server actions in the same way.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
