import 'server-only';
import type { Offices, Role } from '@/lib/domain/authorization';

export type DemonstrationAccount = {
  userName: string;
  password: string;
  displayName: string;
  roles: Role[];
  agencyCode: string | null;
  /** The codes of the offices for which it holds its roles; absent for an agency's officer and an administrator. */
  offices?: Offices;
};

/** One password for all accounts: they exist in a demonstration only. */
const password = 'Demo-2020';

/** The codes of the offices: that of the notice as its plan makes it, and the one of the second plan. */
export const demonstrationOffices = { notice: 'office-1', data: 'shuju' } as const;

/** The district agencies of the second plan. */
export const districtAgencies = [
  { code: 'heping', name: '和平区政务数据管理部门' },
  { code: 'hexi', name: '河西区政务数据管理部门' },
  { code: 'nankai', name: '南开区政务数据管理部门' },
] as const;

const officers = Array.from({ length: 16 }, (_, index) => {
  const agencyCode = String(index + 1).padStart(2, '0');
  return { userName: `agency${agencyCode}`, displayName: `演示填报人${agencyCode}`, agencyCode };
});

const districtOfficers = districtAgencies.map(({ code, name }) => ({
  userName: code,
  displayName: `演示填报人${name.slice(0, 3)}`,
  agencyCode: code,
}));

const ofNotice = [demonstrationOffices.notice];
const ofData = [demonstrationOffices.data];

const division: Omit<DemonstrationAccount, 'password' | 'agencyCode'>[] = [
  { userName: 'reviewer', displayName: '演示审核员', roles: ['reviewer'], offices: ofNotice },
  { userName: 'coordinator', displayName: '演示处室管理员', roles: ['coordinator'], offices: ofNotice },
  { userName: 'data-reviewer', displayName: '演示数据处审核员', roles: ['reviewer'], offices: ofData },
  { userName: 'data-coordinator', displayName: '演示数据处管理员', roles: ['coordinator'], offices: ofData },
  { userName: 'chief', displayName: '演示综合管理员', roles: ['coordinator'], offices: 'all' },
  { userName: 'leader', displayName: '演示领导', roles: ['leader'], offices: 'all' },
  { userName: 'sysadmin', displayName: '演示系统管理员', roles: ['system_administrator'] },
  { userName: 'secadmin', displayName: '演示安全管理员', roles: ['security_administrator'] },
  { userName: 'auditor', displayName: '演示审计管理员', roles: ['auditor'] },
];

export const demonstrationAccounts: DemonstrationAccount[] = [
  ...officers.map((officer) => ({ ...officer, roles: ['reporter' as Role] })),
  { userName: 'approver03', displayName: '演示单位审核人03', roles: ['approver' as Role], agencyCode: '03' },
  ...districtOfficers.map((officer) => ({ ...officer, roles: ['reporter' as Role] })),
  ...division.map((account) => ({ ...account, agencyCode: null })),
].map((account) => ({ ...account, password }));
