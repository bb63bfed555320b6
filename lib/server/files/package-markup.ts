import 'server-only';
import type { Readable } from 'node:stream';
import { refuseMediaType, refuseRelationship, type UnsafeContent } from '@/lib/domain/report/evidence-content';
import { type Tag, tagsOf } from './markup-tags';

const contentTypes = '[content_types].xml';

/** Bytes of the list of media types, or of one list of relationships; those of real documents are far smaller. */
const longest = 2 * 1024 * 1024;

/** Says whether a part lists the media types or the relationships of others (ISO/IEC 29500-2). */
export function isDirectoryPart(name: string): boolean {
  const folded = name.toLowerCase();
  return folded === contentTypes || folded.endsWith('.rels');
}

async function wholeOf(bytes: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuseTag({ name, attributes }: Tag): UnsafeContent['kind'] | null {
  if (name === 'Default' || name === 'Override') return refuseMediaType(attributes.ContentType ?? '');
  if (name !== 'Relationship') return null;
  const { Type: type = '', Target: target = '', TargetMode: mode = 'Internal' } = attributes;
  return refuseRelationship({ type, target: target.trim(), isExternal: mode !== 'Internal' });
}

/** Says for which reason a list of media types or relationships is refused; null for none. */
export async function refuseMarkup(name: string, bytes: Readable): Promise<UnsafeContent['kind'] | null> {
  const whole = await wholeOf(bytes);
  if (!whole) return name.toLowerCase() === contentTypes ? 'bomb' : 'unreadable';
  const tags = tagsOf(whole);
  if (!tags) return 'unreadable';
  for (const tag of tags) {
    const kind = refuseTag(tag);
    if (kind) return kind;
  }
  return null;
}
