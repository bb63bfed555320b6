import 'server-only';
import { safeFileName } from '@/lib/domain/report/evidence';
import type { EvidenceKind } from '@/lib/domain/report/evidence-files';

/** The media type under which each kind of file is sent. */
export const mediaTypes: Record<EvidenceKind, string> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  dps: 'application/vnd.ms-powerpoint',
  jpg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
};

/** Gives the file name of a document: its title without characters that file systems forbid. */
export function fileNameOf(title: string, extension: string): string {
  return safeFileName(`${title.replace(/[/\\]/g, '-')}.${extension}`);
}

/**
 * Gives the Content-Disposition of a download: RFC 6266, with the name by RFC 5987 beside a plain one for old clients.
 */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

type Attachment = { name: string; mediaType: string; size?: number };

/** Gives the answer that a browser saves as a file, and that no cache keeps. */
export function attachment(body: ReadableStream<Uint8Array>, { name, mediaType, size }: Attachment): Response {
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': attachmentHeader(name),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(body, {
    headers: size === undefined ? headers : { ...headers, 'Content-Length': String(size) },
  });
}
