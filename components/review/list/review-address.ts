import type { Route } from 'next';
import { routes } from '@/lib/routes';
import type { ListQuery } from '@/lib/schemas/review';

/** A filter as written in an address; empty parts are left out. */
function textOf(query: ListQuery): string {
  const chosen = Object.entries(query).filter(
    ([name, value]) => value && !(name === 'page' && value === 1) && !(name === 'view' && value === 'list'),
  );
  return new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
}

/** Gives the address of the list with its filter. */
export function reviewAddress(query: ListQuery): Route {
  const text = textOf(query);
  return (text ? `${routes.review()}?${text}` : routes.review()) as Route;
}

/** Says whether a filter leaves out any report of its plan and period. */
export function isNarrowed({ status, search, timeliness, returned, agency, reader, year }: ListQuery): boolean {
  return Boolean(status || search || timeliness || returned || agency || reader || year);
}

/** Gives the list's filter as the address of a report keeps it, so that the next report is the list's next. */
export function listTextOf({ view: _view, page: _page, ...list }: ListQuery): string {
  return textOf(list);
}

/** Gives the address of a report opened from a list. */
export function listedReportAddress(id: string, list: ListQuery): Route {
  return `${routes.reportReview(id)}?${listTextOf(list)}` as Route;
}
