import { clockMoves } from '@/lib/domain/demonstration';
import { t } from '@/lib/text/translator';
import { ClockBar } from './clock-bar';

/** For every page of a demonstration. Its words come with it: no page should carry the catalog. */
export function DemonstrationBar() {
  const words = {
    title: t('demonstration.title'),
    clock: t('demonstration.clock'),
    clockUnknown: t('demonstration.clockUnknown'),
  };
  const moves = clockMoves.map((move) => ({ move, label: t(`demonstration.moves.${move}`) }));
  return <ClockBar words={words} moves={moves} />;
}
