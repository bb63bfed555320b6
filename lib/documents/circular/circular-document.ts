import 'server-only';
import type { DocumentSource, PeriodDocument, WrittenDocument } from '@/lib/documents/document-source';
import { listDocumentPeriods } from '@/lib/documents/periods/data';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { coverageOf } from '@/lib/domain/review/documents';
import type { OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { coverageWords } from '@/lib/text/coverage-words';
import { getT } from '@/lib/text/get-t';
import { annexBlocks } from './circular-annex';
import { countForCircular } from './circular-count';
import { circularNames } from './circular-names';
import { circularBlocks } from './circular-words';
import { listCircularAgencies } from './data';

/** Writes the 报送情况通报: reports filed on time, extended, late or missing, the numbers of returns, and the rates. */
export async function writeCircular(source: DocumentSource<PeriodDocument>): Promise<WrittenDocument> {
  const t = getT();
  const { client, scope, wanted, withProgress } = source;
  const { plan, countedAt } = wanted;
  const periods = await listDocumentPeriods(client, plan.code);
  const coverage = coverageOf(wanted, periods, countedAt);
  const read = () =>
    listCircularAgencies(client, scope, { planCode: plan.code, codes: coverage.codes, now: countedAt });
  const count = await countForCircular(read(), circularNames({ isOfYear: coverage.codes.length > 1 }));
  const period = coverageWords(t, coverage);
  const document: OfficialDocument = {
    title: t('documents.circular.title', { period }),
    addressee: t('documents.circular.addressee'),
    blocks: circularBlocks({ plan, coverage, periods, countedAt }, count),
    annexes: [
      {
        title: t('documents.circular.annexTitle', { period }),
        isLandscape: true,
        blocks: annexBlocks(withProgress(read()), coverage, plan.rhythm),
      },
    ],
    signature: { issuer: plan.issuer, signedOn: civilDateOf(countedAt) },
    writtenAt: countedAt,
  };
  return { total: count.agencies, bytes: writeOfficialDocument(document) };
}
