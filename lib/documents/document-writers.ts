import 'server-only';
import { writeCircular } from '@/lib/documents/circular/circular-document';
import { periodWords } from '@/lib/documents/circular/circular-words';
import { writeLedger } from '@/lib/documents/ledger/ledger-workbook';
import { writeSummary } from '@/lib/documents/summary/written-summary';
import type { DocumentKind } from '@/lib/domain/review/documents';
import { fileNameOf } from '@/lib/office-files/file-name';
import { getT } from '@/lib/text/get-t';
import type { DocumentRow } from './data';
import type { DocumentSource, WrittenDocument } from './document-source';

const openXml = 'application/vnd.openxmlformats-officedocument';

/** Media type of a .docx. */
export const textDocumentType = `${openXml}.wordprocessingml.document`;

const writers: Record<DocumentKind, (source: DocumentSource) => Promise<WrittenDocument>> = {
  circular: writeCircular,
  ledger: writeLedger,
  summary: writeSummary,
};

const files: Record<DocumentKind, { extension: string; mediaType: string }> = {
  circular: { extension: 'docx', mediaType: textDocumentType },
  ledger: { extension: 'xlsx', mediaType: `${openXml}.spreadsheetml.sheet` },
  summary: { extension: 'docx', mediaType: textDocumentType },
};

/** Writes a requested document. */
export function writeDocument(source: DocumentSource): Promise<WrittenDocument> {
  return writers[source.order.kind](source);
}

/** Gives the file name and the media type of a document. */
export function documentFile(document: DocumentRow): {
  name: string;
  mediaType: string;
} {
  const t = getT();
  const { extension, mediaType } = files[document.kind];
  const { kind, summaryTitle } = document;
  const name = summaryTitle ?? t(`documents.desk.names.${kind}`, { period: periodWords(document) });
  return { name: fileNameOf(name, extension), mediaType };
}
