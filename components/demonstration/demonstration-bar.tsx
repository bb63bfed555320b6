import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { clockMoves } from '@/lib/domain/demonstration';
import { t } from '@/lib/messages/translator';
import { ClockBar } from './clock-bar';

/** Stands on every page of a demonstration and nowhere else. Its words come with it: no page should carry the catalog. */
export async function DemonstrationBar() {
  if (!(await loadIsDemonstration())) return null;
  const words = {
    title: t('demonstration.title'),
    clock: t('demonstration.clock'),
    clockUnknown: t('demonstration.clockUnknown'),
  };
  const moves = clockMoves.map((move) => ({ move, label: t(`demonstration.moves.${move}`) }));
  return <ClockBar words={words} moves={moves} />;
}
