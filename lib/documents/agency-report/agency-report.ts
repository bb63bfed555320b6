import 'server-only';
import { sectionWords } from '@/lib/documents/wording';
import type { Actor, ReportScope } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type EntryForm, formOf, sectionsOf, shortParts } from '@/lib/domain/report/entry';
import type { SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import { getFiledVersion } from '@/lib/filing/data';
import type { OfficialBlock, OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { getPlanIssuer } from '@/lib/plans/data';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { fileNameOf } from '@/lib/server/files/attachment';
import { requestAddress } from '@/lib/server/session/request';
import { chineseNumber } from '@/lib/text/chinese-number';
import { contentWords, fieldLabel, shortName } from '@/lib/text/entry-words';
import { formatExactInstant, formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

type Filed = NonNullable<Awaited<ReturnType<typeof getFiledVersion>>>;

const paragraph = (text: string): OfficialBlock => ({ kind: 'paragraph', text });

function entryBlocks(entry: SnapshotEntry, index: number, form: EntryForm): OfficialBlock[] {
  const t = getT();
  const evidence = (entry.evidence ?? []).map(({ name }) => name).join(t('documents.agencyReport.and'));
  return [
    {
      kind: 'heading',
      level: 1,
      text: t('documents.agencyReport.task', { number: chineseNumber(index + 1), task: entry.taskText }),
    },
    ...shortParts(form).flatMap((part) => {
      const content = contentWords(t, form, part, entry[part]);
      return content === ''
        ? []
        : [paragraph(t('documents.agencyReport.part', { name: shortName(t, form, part), content }))];
    }),
    ...sectionsOf(form).flatMap((section, place): OfficialBlock[] => [
      {
        kind: 'heading',
        level: 2,
        text: t('documents.agencyReport.section', {
          number: chineseNumber(place + 1),
          section: fieldLabel(t, form, section),
        }),
      },
      paragraph(sectionWords(entry, section, form)),
    ]),
    ...(evidence === '' ? [] : [paragraph(t('documents.agencyReport.evidence', { names: evidence }))]),
  ];
}

/** Gives a filed version as the letter that an agency prints and seals, addressed to the issuer of the plan. */
export function agencyReport(filed: Filed, issuer: string): OfficialDocument {
  const t = getT();
  const { snapshot, filedAt, receiptNumber, number } = filed;
  const [agency, periodName] = [snapshot.agency.name, formatPeriod(snapshot.quarter)];
  return {
    title: t('documents.agencyReport.title', { period: periodName }),
    addressee: issuer,
    blocks: [
      paragraph(t('documents.agencyReport.opening', { plan: snapshot.plan.title, period: periodName })),
      ...snapshot.entries.flatMap((entry, index) => entryBlocks(entry, index, formOf(snapshot))),
      paragraph(t('documents.agencyReport.receipt', { at: formatExactInstant(filedAt), number, receiptNumber })),
    ],
    signature: { issuer: t('documents.agencyReport.sealed', { agency }), signedOn: civilDateOf(filedAt) },
    writtenAt: filedAt,
  };
}

/**
 * The same as a file for accounts that may read the version, recorded like every export; null where the scope has none.
 */
export async function exportAgencyReport(
  { actor, scope }: { actor: Actor; scope: ReportScope | null },
  reportId: string,
  number: number,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> } | null> {
  const t = getT();
  const filed = await getFiledVersion(scope, reportId, number);
  if (!filed) return null;
  const { plan, agency, quarter: periodCode } = filed.snapshot;
  const issuer = await getPlanIssuer(plan.code);
  await recordEvent(db, {
    name: 'report-document-exported',
    accountId: actor.accountId,
    address: await requestAddress(),
    detail: { reportId, version: number, receiptNumber: filed.receiptNumber },
  });
  const name = t('documents.agencyReport.fileName', { agency: agency.name, period: formatPeriod(periodCode), number });
  return { name: fileNameOf(name, 'docx'), bytes: writeOfficialDocument(agencyReport(filed, issuer)) };
}
