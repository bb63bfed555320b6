import { missingFile } from '@/app/api/missing-file';
import { exportFiledVersion } from '@/lib/receipts/version-export';
import { requireScope } from '@/lib/server/session/session';

type Context = { params: Promise<{ reportId: string; number: string }> };

/**
 * GET /filing/[reportId]/versions/[number]/export: a filed version with its receipt, as a file that `npm run
 * receipt:verify` checks, for accounts that may read the report; 404 for all others.
 */
export async function GET(_request: Request, { params }: Context) {
  const { reportId, number } = await params;
  const reader = await requireScope();
  const asked = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 0;
  const file = await exportFiledVersion(reader, reportId, asked);
  if (!file) return missingFile();
  return new Response(file.body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
