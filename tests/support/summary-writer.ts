import { writeSummary } from '@/lib/documents/summary/write-summary';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';

// A process of its own that writes the given draft, keeps none of it, and prints the memory that this took.
const leader = { accountId: '', displayName: '', roles: ['leader'], offices: 'all', agencyId: null } as const;
const [summaryId = ''] = process.argv.slice(2);
const begun = performance.now();
let [bytes, peak] = [0, 0];
const written = await writeSummary({
  client: db,
  scope: scopeOf(leader) as ReportScope,
  wanted: { kind: 'summary', summaryId },
  withProgress: (batches) => batches,
});
for await (const chunk of written.bytes) {
  bytes += chunk.length;
  peak = Math.max(peak, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ bytes, megabytes: peak / 1e6, seconds: (performance.now() - begun) / 1_000 }));
await db.$disconnect();
