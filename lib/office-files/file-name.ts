import 'server-only';
import { safeFileName } from '@/lib/domain/report/evidence';

/** Gives the file name of a document: its title without characters that file systems forbid. */
export function fileNameOf(title: string, extension: string): string {
  return safeFileName(`${title.replace(/[/\\]/g, '-')}.${extension}`);
}
