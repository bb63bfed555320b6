import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { publicLife, publicTag } from '@/lib/publication/cache-tags';
import { siteSettings } from '@/lib/server/process/site-settings';
import * as data from './data';

/** Loads every plan with its periods and tasks, the latest first. */
export async function loadPlans(): Promise<data.Plan[]> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.listPlans();
}

/** Loads the texts of the notices as they were issued, by the codes of their plans. */
export async function loadNoticeTexts(): Promise<Map<string, string>> {
  'use cache';
  cacheTag(publicTag);
  cacheLife(publicLife);
  return data.getNoticeTexts();
}

/** Loads the facts about the site for the footer. */
export async function loadSiteIdentity() {
  const settings = siteSettings();
  return { ...settings, organizer: settings.organizer || ((await loadPlans())[0]?.issuer ?? '') };
}

export type SiteIdentity = Awaited<ReturnType<typeof loadSiteIdentity>>;

/** Loads the office to ask about the latest plan; null where there is no plan yet. */
export async function loadContact() {
  const [plan] = await loadPlans();
  return plan ? data.contactOf(plan) : null;
}

export type Contact = NonNullable<Awaited<ReturnType<typeof loadContact>>>;

const mostPrerendered = 500;

/**
 * Codes of the pages to prerender, limited per kind so that the portal starts soon; the others are rendered on the
 * first visit.
 */
export const loadAgencyCodes = async () => (await data.listAgencyCodes()).slice(0, mostPrerendered);
export const loadTaskCodes = async () => (await data.listTaskCodes()).slice(0, mostPrerendered);
