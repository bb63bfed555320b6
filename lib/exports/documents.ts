import 'server-only';
import type { DocumentRow } from '@/lib/documents/data';
import type { DocumentKind } from '@/lib/domain/documents';
import { t } from '@/lib/messages/translator';
import { writeCircular } from './circular/circular-document';
import { periodWords } from './circular/circular-words';
import type { DocumentSource, WrittenDocument } from './document-source';
import { fileNameOf } from './file-name';
import { writeLedger } from './ledger/ledger-workbook';
import { writeSummary } from './summary/written-summary';

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
  const { extension, mediaType } = files[document.kind];
  const { kind, summaryTitle } = document;
  const name = summaryTitle ?? t(`documentDesk.names.${kind}`, { period: periodWords(document) });
  return { name: fileNameOf(name, extension), mediaType };
}
