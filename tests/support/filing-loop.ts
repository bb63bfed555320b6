import { type FilingContext, fileReport, withdrawReport } from '@/lib/filing/mutations';
import { portalNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';

/**
 * A process of its own that files and withdraws, over and over, all reports that it is given, side by side, and prints
 * each receipt number once the mutation has given it. It ends when it is killed, or with the database.
 */
const [accountId = '', ...reportIds] = process.argv.slice(2);

async function contextOf(reportId: string): Promise<{ isFiled: boolean; context: FilingContext }> {
  const { agencyId, version, contentVersion, status } = await db.report.findUniqueOrThrow({ where: { id: reportId } });
  const actor = { accountId, displayName: 'loop', roles: ['reporter' as const], offices: [], agencyId };
  return {
    isFiled: status === 'filed',
    context: { actor, version, contentVersion, now: await portalNow(), address: '' },
  };
}

async function goRound(reportId: string): Promise<never> {
  for (;;) {
    const { isFiled, context } = await contextOf(reportId);
    const result = isFiled ? await withdrawReport(reportId, context) : await fileReport(reportId, context);
    if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
    // A pipe is written at once, so a printed receipt is received even if this process is killed.
    if (result.value) process.stdout.write(`${result.value.receiptNumber}\n`);
  }
}

await Promise.race(reportIds.map(goRound)).catch(() => process.exit(3));
