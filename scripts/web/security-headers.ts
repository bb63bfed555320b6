import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const desks = /^\/(account|admin|demonstration|desk|filing|messages|plans|receipts|review|sign-in|sign-out)(\/|$)/;

function policy(scripts: string): string {
  const forDevelopment = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}${forDevelopment}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages that are kept for everybody contain the framework's inline scripts, for which there can be no nonce. */
const kept = policy("'unsafe-inline'");

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Sets the headers of every answer. A page of a desk is rendered for each request, so its scripts get a nonce: the
 * framework reads it from this header of the request, which no visitor may set.
 */
export function setSecurityHeaders({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
  delete headers['content-security-policy'];
  delete headers['content-security-policy-report-only'];
  const isDesk = desks.test(url.split('?', 1)[0] ?? '');
  const own = isDesk ? policy(`'nonce-${randomBytes(16).toString('base64')}' 'strict-dynamic'`) : kept;
  if (isDesk) headers['content-security-policy'] = own;
  response.setHeader('Content-Security-Policy', own);
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
}
