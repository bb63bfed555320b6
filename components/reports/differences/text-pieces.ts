import { diffArrays } from 'diff';

/** A part of two texts: in both, only in the later one, or only in the earlier one. */
export type TextPiece = { kind: 'same' | 'added' | 'removed'; text: string };

/** An unchanged part, or a change: the removed text and the text that replaced it. */
type Part = { same: string } | { removed: string; added: string };

/**
 * Number of edits after which a finer comparison is given up, because its time grows with their square. 600 edits take
 * some ten milliseconds for texts of any length that a section may have.
 */
const editLimit = 600;

/** Numbers and Latin words are kept whole: 2020 becomes 2021, not 202 with another last digit. */
const charactersOf = (text: string): string[] => text.match(/[\p{Script=Latin}\p{Number}.%]+|./gsu) ?? [];

/** Splits into sentences with their end marks; a line break ends a sentence too. */
const sentencesOf = (text: string): string[] => text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+$/gu) ?? [];

function compare(before: string[], after: string[]): TextPiece[] | null {
  const changes = diffArrays(before, after, { maxEditLength: editLimit });
  return (
    changes?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })) ?? null
  );
}

function partsOf(pieces: readonly TextPiece[]): Part[] {
  const parts: Part[] = [];
  for (const { kind, text } of pieces) {
    const last = parts.at(-1);
    if (kind === 'same') parts.push({ same: text });
    else if (last && 'removed' in last) last[kind] += text;
    else parts.push({ removed: '', added: '', [kind]: text });
  }
  return parts;
}

const sizeOf = (part: Part): number => ('removed' in part ? Math.max(part.removed.length, part.added.length) : 0);

const longestCrumb = 4;

/**
 * A few characters that two larger changes happen to share are merged into them; a line break keeps paragraphs apart.
 */
const isCrumb = (part: Part, before: Part, after: Part): part is { same: string } =>
  'same' in part &&
  !part.same.includes('\n') &&
  part.same.length <= Math.min(longestCrumb, sizeOf(before) / 2, sizeOf(after) / 2);

function withoutCrumbs(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part;
    const before = kept.at(-1);
    const after = parts[index + 1];
    if (before && after && 'removed' in before && 'removed' in after && isCrumb(part, before, after)) {
      kept.pop();
      kept.push({
        removed: before.removed + part.same + after.removed,
        added: before.added + part.same + after.added,
      });
      index += 1;
    } else kept.push(part);
  }
  return kept.length < parts.length ? withoutCrumbs(kept) : kept;
}

function piecesOf(part: Part): TextPiece[] {
  if ('same' in part) return [{ kind: 'same', text: part.same }];
  const { removed, added } = part;
  return [
    ...(removed ? [{ kind: 'removed', text: removed } as const] : []),
    ...(added ? [{ kind: 'added', text: added } as const] : []),
  ];
}

/**
 * Gives the differences of two texts in reading order: by character; where the texts have too little in common for
 * that, by sentence; where they share hardly a sentence, as one text after the other. Depends on the texts alone, so
 * that server and browser give the same result.
 */
export function textPieces(before: string, after: string): TextPiece[] {
  const pieces = compare(charactersOf(before), charactersOf(after)) ?? compare(sentencesOf(before), sentencesOf(after));
  const parts = pieces ? withoutCrumbs(partsOf(pieces)) : [{ removed: before, added: after }];
  return parts.flatMap(piecesOf);
}
