import path from 'node:path';

/** @type {import('next').NextConfig} */
export default {
  generateBuildId: () => process.env.PORTAL_BUILD ?? null,
  experimental: {
    // The largest form body is an exported version of `receiptFileLimit` bytes; deploy/nginx.conf lets 2 MB pass.
    serverActions: { bodySizeLimit: 2_050_000 },
  },
  poweredByHeader: false,
  // No page asks the framework to resize a picture, and what it resizes for a stranger it would keep on the disk.
  images: { unoptimized: true, maximumDiskCacheSize: 0 },
  typedRoutes: true,
  turbopack: { root: path.resolve(import.meta.dirname) },
  // The module that chinese-days names for bundlers lies in a package that says it has none.
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'chinese-days'],
  // Stored messages link to the address that the schedule once had.
  redirects: async () => [
    { source: '/review/chasing/ladder', destination: '/review/chasing/schedule', permanent: true },
  ],
};
