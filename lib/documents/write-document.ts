import 'server-only';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCircular } from '@/lib/documents/circular/circular-document';
import { writeLedger } from '@/lib/documents/ledger/ledger-workbook';
import { writeSummary } from '@/lib/documents/summary/write-summary';
import type { ReportScope } from '@/lib/domain/authorization';
import type { DocumentKind } from '@/lib/domain/review/documents';
import { allowPauses, db, type Transaction } from '@/lib/server/database/db';
import { fileNameOf, mediaTypes } from '@/lib/server/files/attachment';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { log } from '@/lib/server/process/log';
import { coverageWords } from '@/lib/text/coverage-words';
import { getT } from '@/lib/text/get-t';
import type { DocumentRow } from './data';
import type { DocumentSource, PeriodDocument, SummaryDocument, WrittenDocument } from './document-source';

const extensions = { circular: 'docx', ledger: 'xlsx', summary: 'docx' } as const satisfies Record<
  DocumentKind,
  string
>;

export type WantedDocument = PeriodDocument | SummaryDocument;

function writtenFrom({ wanted, ...source }: DocumentSource<WantedDocument>): Promise<WrittenDocument> {
  if (wanted.kind === 'summary') return writeSummary({ ...source, wanted });
  return wanted.kind === 'circular' ? writeCircular({ ...source, wanted }) : writeLedger({ ...source, wanted });
}

/**
 * Writes a document from one state of the database, whatever is changed meanwhile. `keep` takes its bytes while they are
 * written, within `longest` milliseconds.
 */
export function writeDocument<Kept>(
  source: Omit<DocumentSource<WantedDocument>, 'client'>,
  keep: (written: WrittenDocument) => Promise<Kept>,
  longest: number,
): Promise<Kept> {
  const write = async (client: Transaction) => {
    await allowPauses(client, longest);
    return keep(await writtenFrom({ ...source, client }));
  };
  return db.$transaction(write, { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: longest });
}

/** Milliseconds that a slow client may take; until then the database keeps the state in which the download began. */
const longestDownload = 600_000;
/** Bytes buffered for a client: a document of the usual size is written at once, however slow the client is. */
const ahead = 4 * 1024 * 1024;

async function writeInto(stream: PassThrough, scope: ReportScope, wanted: WantedDocument) {
  const keep = ({ bytes }: WrittenDocument) => pipeline(bytes, stream);
  try {
    await writeDocument({ scope, wanted, withProgress: (batches) => batches }, keep, longestDownload);
  } catch (error) {
    // Also when the client has disconnected: its partial file must not look complete.
    log.warn({ err: error, wanted }, 'a document was not written to its end');
    stream.destroy(error instanceof Error ? error : undefined);
  }
}

/** Gives a document as the body of an answer, written while it is downloaded. */
export function downloadDocument(scope: ReportScope, wanted: WantedDocument): ReadableStream<Uint8Array> {
  return streamedBody(async () => {
    const stream = new PassThrough({ highWaterMark: ahead });
    // The reader of the stream gets its error too; one that comes after the reader has gone concerns nobody.
    stream.on('error', () => undefined);
    void writeInto(stream, scope, wanted);
    return stream;
  });
}

/** Gives the file name and the media type of a document. */
export function documentFile({ kind, summaryTitle, coverage }: DocumentRow): { name: string; mediaType: string } {
  const t = getT();
  const extension = extensions[kind];
  const name = summaryTitle ?? t(`documents.desk.names.${kind}`, { period: coverageWords(t, coverage) });
  return { name: fileNameOf(name, extension), mediaType: mediaTypes[extension] };
}
