import type { Route } from 'next';
import { routes } from '@/lib/routes';

export type ListQuery = {
  plan?: string;
  quarter?: string;
  status?: string;
  search?: string;
  timeliness?: string;
  returned?: string;
  agency?: string;
  year?: number;
  view?: 'list' | 'grid';
  page?: number;
};

/** The address of the list with its filter; what is not chosen is left out. */
export function reviewAddress(query: ListQuery): Route {
  const chosen = Object.entries(query).filter(
    ([name, value]) => value && !(name === 'page' && value === 1) && !(name === 'view' && value === 'list'),
  );
  const text = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return (text ? `${routes.review()}?${text}` : routes.review()) as Route;
}

/** Of which list a report is read: what its address keeps of the list's filter, so that the next one is the list's next. */
export function listTextOf({ plan, quarter, status, search }: ListQuery): string {
  const chosen = Object.entries({ plan, quarter, status, search }).filter(([, value]) => value);
  return new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
}

/** The address of a report as a part of a list. */
export function listedReportAddress(id: string, list: ListQuery): Route {
  return `${routes.reportReview(id)}?${listTextOf(list)}` as Route;
}
