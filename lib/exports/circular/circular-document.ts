import 'server-only';
import { type DocumentFilter, listCircularAgencies, listDocumentQuarters } from '@/lib/documents/circular-data';
import { civilDateOf } from '@/lib/domain/civil-date';
import { t } from '@/lib/messages/translator';
import type { DocumentSource, WrittenDocument } from '../document-source';
import type { OfficialDocument } from '../official/official-document';
import { writeOfficialDocument } from '../official/write-official-document';
import { quarterTable, yearTable } from './circular-annex';
import { countForCircular } from './circular-count';
import { circularBlocks, periodWords } from './circular-words';

/** Writes the 报送情况通报: reports filed on time, extended, late or missing, the numbers of returns, and the rates. */
export async function writeCircular({ client, scope, order, told }: DocumentSource): Promise<WrittenDocument> {
  const { plan, countedAt } = order;
  const filter: DocumentFilter = { ...order, planCode: plan.code, now: countedAt };
  const read = () => listCircularAgencies(client, scope, filter);
  const quarters = await listDocumentQuarters(client, filter);
  const count = await countForCircular(read(), (agency, times) => t('circular.returnedAgency', { agency, times }));
  const words = periodWords(order);
  const document: OfficialDocument = {
    title: t('circular.title', { period: words }),
    addressee: t('circular.addressee'),
    blocks: circularBlocks({ planTitle: plan.title, period: order, quarters, countedAt }, count),
    annexes: [
      {
        title: t('circular.annexTitle', { period: words }),
        isLandscape: true,
        blocks: [order.quarter === null ? yearTable(told(read()), quarters) : quarterTable(told(read()))],
      },
    ],
    signature: { issuer: plan.issuer, signedOn: civilDateOf(countedAt) },
    writtenAt: countedAt,
  };
  return { total: count.agencies, bytes: writeOfficialDocument(document) };
}
