import { readSummaryDocument } from '@/lib/documents/summary/summary-export';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { db } from '@/lib/server/database/db';

// A process of its own that writes the given draft, keeps none of it, and prints the memory that this took.
const leader = { accountId: '', displayName: '', roles: ['leader'], agencyId: null } as const;
const [summaryId = ''] = process.argv.slice(2);
const begun = performance.now();
let [bytes, peak] = [0, 0];
const document = await readSummaryDocument(scopeOf(leader) as ReportScope, summaryId, db);
if (!document) throw new Error('there is no such draft');
for await (const chunk of writeOfficialDocument(document)) {
  bytes += chunk.length;
  peak = Math.max(peak, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ bytes, megabytes: peak / 1e6, seconds: (performance.now() - begun) / 1_000 }));
await db.$disconnect();
