import 'server-only';
import { z } from 'zod';
import { env } from './env';

const text = z.string().trim().max(100).default('');

const schema = z.object({
  /** 主办单位; where it is empty the issuer of the latest plan is named. */
  SITE_ORGANIZER: text,
  /** 网站标识码, as the national registry of government sites gives it. */
  SITE_CODE: text,
  /** ICP备案 */
  SITE_ICP: text,
  /** 公安备案 */
  SITE_POLICE: text,
});

/** What the foot of every public page says of the site itself; an empty setting is not shown. */
export function siteSettings(): { organizer: string; siteCode: string; icp: string; police: string } {
  const settings = schema.parse(process.env);
  return {
    organizer: settings.SITE_ORGANIZER,
    siteCode: settings.SITE_CODE,
    icp: settings.SITE_ICP,
    police: settings.SITE_POLICE,
  };
}

/** The address that people type, from which an address of the portal is written out in full. */
export function portalAddress(): string {
  return env().PORTAL_URL;
}
