import 'server-only';
import type { DocumentSource, PeriodDocument, WrittenDocument } from '@/lib/documents/document-source';
import { periodWords } from '@/lib/documents/wording';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { getT } from '@/lib/text/get-t';
import { periodTable, yearTable } from './circular-annex';
import { countForCircular } from './circular-count';
import { circularBlocks } from './circular-words';
import { type DocumentFilter, listCircularAgencies, listCoveredPeriods } from './data';

/** Writes the 报送情况通报: reports filed on time, extended, late or missing, the numbers of returns, and the rates. */
export async function writeCircular(source: DocumentSource<PeriodDocument>): Promise<WrittenDocument> {
  const t = getT();
  const { client, scope, wanted, withProgress } = source;
  const { plan, countedAt } = wanted;
  const filter: DocumentFilter = { ...wanted, planCode: plan.code, now: countedAt };
  const read = () => listCircularAgencies(client, scope, filter);
  const periods = await listCoveredPeriods(client, filter);
  const count = await countForCircular(read(), (agency, times) =>
    t('documents.circular.returnedAgency', { agency, times }),
  );
  const words = periodWords(wanted);
  const document: OfficialDocument = {
    title: t('documents.circular.title', { period: words }),
    addressee: t('documents.circular.addressee'),
    blocks: circularBlocks({ planTitle: plan.title, period: wanted, periods, countedAt }, count),
    annexes: [
      {
        title: t('documents.circular.annexTitle', { period: words }),
        isLandscape: true,
        blocks: [
          wanted.periodCode === null ? yearTable(withProgress(read()), periods) : periodTable(withProgress(read())),
        ],
      },
    ],
    signature: { issuer: plan.issuer, signedOn: civilDateOf(countedAt) },
    writtenAt: countedAt,
  };
  return { total: count.agencies, bytes: writeOfficialDocument(document) };
}
