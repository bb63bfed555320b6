import type { Route } from 'next';
import type { StatisticsQuery } from '@/lib/schemas/statistics';

/** Gives the address of the statistics or of one of its lists, with its filter; empty filters are left out. */
export function statisticsAddress(page: Route, query: StatisticsQuery): Route {
  const chosen = Object.entries(query).filter(([name, value]) => value && !(name === 'page' && value === 1));
  const text = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return (text ? `${page}?${text}` : page) as Route;
}
