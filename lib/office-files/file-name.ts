import 'server-only';
import { safeFileName } from '@/lib/domain/report/evidence';

/** Under which name a document is saved: its title, without what a file system forbids. */
export function fileNameOf(title: string, extension: string): string {
  return safeFileName(`${title.replace(/[/\\]/g, '-')}.${extension}`);
}
