import { clockMoves } from '@/lib/domain/demonstration';
import { rhythmWords, type SharedRhythm } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { ClockBar } from './clock-bar';

/**
 * Shown on every page of a demonstration. Its words are passed as props, because no page should load the whole
 * catalogue.
 */
export function DemonstrationBar({ rhythm }: { rhythm: SharedRhythm }) {
  const t = useT();
  const words = {
    title: t('demonstration.title'),
    clock: t('demonstration.clock'),
  };
  const said = rhythmWords(t, rhythm);
  const moves = clockMoves.map((move) => ({ move, label: t(`demonstration.moves.${move}`, said) }));
  return <ClockBar words={words} moves={moves} />;
}
