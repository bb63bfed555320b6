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

/** What a .docx is sent as. */
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

/** Writes a document that was asked for. */
export function writeDocument(source: DocumentSource): Promise<WrittenDocument> {
  return writers[source.order.kind](source);
}

/** Under which name a document is saved, and as what it is sent. */
export function documentFile(document: DocumentRow): {
  name: string;
  mediaType: string;
} {
  const { extension, mediaType } = files[document.kind];
  const { kind, summaryTitle } = document;
  const name = summaryTitle ?? t(`documentDesk.names.${kind}`, { period: periodWords(document) });
  return { name: fileNameOf(name, extension), mediaType };
}
