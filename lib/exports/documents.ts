import 'server-only';
import type { DocumentRow } from '@/lib/documents/data';
import type { DocumentKind } from '@/lib/domain/documents';
import { t } from '@/lib/messages/translator';
import { writeCircular } from './circular/circular-document';
import { periodWords } from './circular/circular-words';
import type { DocumentSource, WrittenDocument } from './document-source';
import { writeLedger } from './ledger/ledger-workbook';

const openXml = 'application/vnd.openxmlformats-officedocument';

/** What a .docx is sent as. */
export const textDocumentType = `${openXml}.wordprocessingml.document`;

const writers: Record<DocumentKind, (source: DocumentSource) => Promise<WrittenDocument>> = {
  circular: writeCircular,
  ledger: writeLedger,
};

const files: Record<DocumentKind, { extension: string; mediaType: string }> = {
  circular: { extension: 'docx', mediaType: textDocumentType },
  ledger: { extension: 'xlsx', mediaType: `${openXml}.spreadsheetml.sheet` },
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
  const period = periodWords(document);
  return { name: `${t(`documentDesk.names.${document.kind}`, { period })}.${extension}`, mediaType };
}
