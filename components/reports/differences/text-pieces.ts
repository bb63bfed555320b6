import { diffArrays } from 'diff';

/** A part of two texts: both have it, only the later one has it, or only the earlier one. */
export type TextPiece = { kind: 'same' | 'added' | 'removed'; text: string };

/** What stands between two changes, or a change: what was taken away, and what was put in its place. */
type Part = { same: string } | { removed: string; added: string };

/**
 * Edits after which a finer comparison is given up: its time grows with their square. 600 of them take some ten
 * milliseconds for texts of any length that a section may have.
 */
const editLimit = 600;

/** Numbers and Latin words stay whole: 2020 becomes 2021, not 202 with another digit at its end. */
const charactersOf = (text: string): string[] => text.match(/[\p{Script=Latin}\p{Number}.%]+|./gsu) ?? [];

/** Sentences with the mark that ends them; a line's end ends one too. */
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

/** A few characters that two larger changes happen to share only tear them apart; a line's end keeps paragraphs apart. */
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
 * Gives what became of a text, in the order of reading: character by character; where the two have too little in
 * common for that, sentence by sentence; where they share hardly a sentence, the one after the other. Depends on
 * nothing but the texts, so that a server and a browser give the same.
 */
export function textPieces(before: string, after: string): TextPiece[] {
  const pieces = compare(charactersOf(before), charactersOf(after)) ?? compare(sentencesOf(before), sentencesOf(after));
  const parts = pieces ? withoutCrumbs(partsOf(pieces)) : [{ removed: before, added: after }];
  return parts.flatMap(piecesOf);
}
