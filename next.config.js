import path from 'node:path';

// Prerendered pages contain the framework's inline scripts, for which there is no nonce, hence 'unsafe-inline'.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** @type {import('next').NextConfig} */
export default {
  experimental: {
    // Public reads are cached by function and invalidated by tag; the desk is rendered for each request.
    useCache: true,
    // Pages that are rendered while the portal runs stay in its memory: those in the build folder are then always the
    // ones that the start has prerendered, and a later start on another database or a restored backup finds no others.
    isrFlushToDisk: false,
    // The largest form body is an exported version of `receiptFileLimit` bytes; deploy/nginx.conf lets 2 MB pass.
    serverActions: { bodySizeLimit: 2_050_000 },
  },
  poweredByHeader: false,
  typedRoutes: true,
  turbopack: { root: path.resolve(import.meta.dirname) },
  serverExternalPackages: ['@node-rs/argon2', 'pino'],
  // Stored messages link to the address that the schedule once had.
  redirects: async () => [
    { source: '/review/chasing/ladder', destination: '/review/chasing/schedule', permanent: true },
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
};
