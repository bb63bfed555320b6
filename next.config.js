import path from 'node:path';

/** @type {import('next').NextConfig} */
export default {
  generateBuildId: () => process.env.PORTAL_BUILD ?? null,
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
};
