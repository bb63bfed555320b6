import 'server-only';
import type { Role } from '@/lib/domain/authorization';

export type DemonstrationAccount = {
  userName: string;
  password: string;
  displayName: string;
  roles: Role[];
  agencyCode: string | null;
};

/** One password for all accounts: they exist in a demonstration only. */
const password = 'Demo-2020';

const officers = Array.from({ length: 16 }, (_, index) => {
  const agencyCode = String(index + 1).padStart(2, '0');
  return {
    userName: `agency${agencyCode}`,
    displayName: `演示填报人${agencyCode}`,
    roles: ['reporter' as Role],
    agencyCode,
  };
});

export const demonstrationAccounts: DemonstrationAccount[] = [
  ...officers,
  { userName: 'approver03', displayName: '演示单位审核人03', roles: ['approver' as Role], agencyCode: '03' },
  { userName: 'reviewer', displayName: '演示审核员', roles: ['reviewer' as Role], agencyCode: null },
  { userName: 'coordinator', displayName: '演示处室管理员', roles: ['coordinator' as Role], agencyCode: null },
  { userName: 'leader', displayName: '演示领导', roles: ['leader' as Role], agencyCode: null },
  { userName: 'sysadmin', displayName: '演示系统管理员', roles: ['system_administrator' as Role], agencyCode: null },
  { userName: 'secadmin', displayName: '演示安全管理员', roles: ['security_administrator' as Role], agencyCode: null },
  { userName: 'auditor', displayName: '演示审计管理员', roles: ['auditor' as Role], agencyCode: null },
].map((account) => ({ ...account, password }));
