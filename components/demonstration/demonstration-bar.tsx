import { loadIsDemonstration } from '@/lib/demonstration/loaders';
import { ClockBar } from './clock-bar';

/** Stands on every page of a demonstration and nowhere else. */
export async function DemonstrationBar() {
  return (await loadIsDemonstration()) ? <ClockBar /> : null;
}
