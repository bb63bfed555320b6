import type { AgencyRole } from '@/lib/domain/authorization';
import { t } from '@/lib/text/translator';

export type NamedOfficer = { userName: string; displayName: string };

/** What the page says of somebody who acts for the agency. */
export type OfficerFacts = NamedOfficer & {
  accountId: string;
  roles: readonly AgencyRole[];
  since: Date;
  lastSignInAt: Date | null;
};

/** 张三（zhangsan）: names alone may be the same. */
export function officerName({ userName, displayName }: NamedOfficer): string {
  return t('officers.named', { name: displayName, userName });
}
