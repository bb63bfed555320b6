import { useMemo } from 'react';
import { useT } from '@/lib/text/use-t';
import { type TextPiece, textPieces } from './text-pieces';

type TextDifferenceProps = { before: string; after: string; className?: string };

const appearances = {
  added: 'bg-success-soft text-success decoration-2 underline-offset-4',
  removed: 'bg-danger-soft text-danger decoration-2',
};

/** An added or removed line break is invisible without a mark. */
const withLineEnds = (text: string) => text.replaceAll('\n', '↵\n');

function Piece({ piece }: { piece: TextPiece }) {
  const t = useT();
  if (piece.kind === 'same') return piece.text;
  const Mark = piece.kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className={`box-decoration-clone rounded-sm px-0.5 ${appearances[piece.kind]}`}>
      <span className="sr-only">{t(`differences.${piece.kind}.begin`)}</span>
      {withLineEnds(piece.text)}
      <span className="sr-only">{t(`differences.${piece.kind}.end`)}</span>
    </Mark>
  );
}

/**
 * One text with removals struck through and additions underlined, each also announced to screen readers. For server and
 * client components alike.
 */
export function TextDifference({ before, after, className = '' }: TextDifferenceProps) {
  const t = useT();
  const pieces = useMemo(() => textPieces(before, after), [before, after]);
  if (before === after) return <p className={`text-muted ${className}`}>{t('differences.none')}</p>;
  return (
    <p className={`whitespace-pre-wrap ${className}`}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have nothing but their place
        <Piece key={index} piece={piece} />
      ))}
    </p>
  );
}
