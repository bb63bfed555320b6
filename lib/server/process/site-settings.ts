import 'server-only';
import { z } from 'zod';
import { env, settingsOf } from './env';

const text = z.string().trim().max(100).default('');

export const siteSettingsSchema = z.object({
  /** 主办单位 (organizer); if empty, the issuer of the latest plan is shown. */
  SITE_ORGANIZER: text,
  /** 网站标识码 (site code), as issued by the national registry of government sites. */
  SITE_CODE: text,
  /** ICP备案 (ICP registration) */
  SITE_ICP: text,
  /** 公安备案 (public security registration) */
  SITE_POLICE: text,
});

/** Gives the facts about the site for the footer of public pages; an empty setting is not shown. */
export function siteSettings(): { organizer: string; siteCode: string; icp: string; police: string } {
  const settings = settingsOf(siteSettingsSchema);
  return {
    organizer: settings.SITE_ORGANIZER,
    siteCode: settings.SITE_CODE,
    icp: settings.SITE_ICP,
    police: settings.SITE_POLICE,
  };
}

/** Gives the public address of the portal, for links written out in full. */
export function portalAddress(): string {
  return env().PORTAL_URL;
}
