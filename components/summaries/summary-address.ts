import type { Route } from 'next';

/** Gives the address of a page of a draft, or of the list of drafts; empty parts are left out. */
export function summaryAddress(page: Route, query: { plan?: string; quarter?: string; page?: number }): Route {
  const chosen = Object.entries(query).filter(([name, value]) => value && !(name === 'page' && value === 1));
  const text = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return (text ? `${page}?${text}` : page) as Route;
}
