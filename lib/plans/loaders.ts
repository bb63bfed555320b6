import 'server-only';
import { cache } from 'react';
import { siteSettings } from '@/lib/server/process/site-settings';
import * as data from './data';

/** Loads every plan with its periods, the latest first. Each request reads them once, for its layout and its page. */
export const loadPlans = cache(data.listPlans);

/** Loads the rhythms of all plans, by which a sentence about all of them names their periods. */
export const loadRhythms = cache(data.listRhythms);

/** Loads the texts of the notices as they were issued, by the codes of their plans. */
export const loadNoticeTexts = data.getNoticeTexts;

/** Loads the facts about the site for the footer. */
export async function loadSiteIdentity() {
  const settings = siteSettings();
  return { ...settings, organizer: settings.organizer || ((await loadPlans())[0]?.issuer ?? '') };
}

export type SiteIdentity = Awaited<ReturnType<typeof loadSiteIdentity>>;

/** Loads the office to ask about the plan that comes first, for pages about no plan; null where there is none yet. */
export async function loadContact() {
  const [plan] = await loadPlans();
  return plan ? data.contactOf(plan) : null;
}
