import { clockMoves } from '@/lib/domain/demonstration';
import { useT } from '@/lib/text/use-t';
import { ClockBar } from './clock-bar';

/**
 * Shown on every page of a demonstration. Its words are passed as props, because no page should load the whole
 * catalogue.
 */
export function DemonstrationBar() {
  const t = useT();
  const words = {
    title: t('demonstration.title'),
    clock: t('demonstration.clock'),
  };
  const moves = clockMoves.map((move) => ({ move, label: t(`demonstration.moves.${move}`) }));
  return <ClockBar words={words} moves={moves} />;
}
