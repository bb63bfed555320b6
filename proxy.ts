import { type NextRequest, NextResponse } from 'next/server';
import { requestedPageHeader } from '@/lib/schemas/requested-page';

/** Passes the address of a desk's page on to its loaders, so that the sign-in leads back there. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set(requestedPageHeader, pathname + search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [
    '/account/:path*',
    '/admin/:path*',
    '/calendar/:path*',
    '/desk',
    '/filing/:path*',
    '/messages/:path*',
    '/plans/:path*',
    '/register/:path*',
    '/review/:path*',
  ],
};
