import type { Role } from '@/lib/domain/authorization';
import type { LeavingScene } from './leaving-scene';
import { planningForms } from './planning-forms';
import { agencyCodeOf } from './reports';

/** A form into which a person types, and the way to one of its fields. */
export type FormWithText = {
  /** The component that calls the form hook; of the report's editor, the one that saves by itself. */
  file: string;
  /** Tells two uses of one component apart. */
  use?: string;
  by: Extract<Role, 'reporter' | 'approver' | 'coordinator'>;
  /** Set where the person belongs to the supporting agency instead of the report's. */
  isSupporting?: true;
  page: (scene: LeavingScene) => string;
  /** A selector of its field; it may lie in a step that is collapsed. */
  field: string;
  /** A choice without which the field is not shown: the selector of its list, and the option. */
  choice?: [list: string, option: string];
  isNumber?: true;
};

/** The officers of an agency, whom the coordinator changes in its place, with a reason. */
const officersOf = ({ draft }: LeavingScene) => `/review/officers/${agencyCodeOf(draft.agencyId)}`;

/** Every form of the portal that has a text field and keeps what is typed into it. */
export const formsWithText: readonly FormWithText[] = [
  {
    file: 'components/filing/editor/report-form.tsx',
    by: 'reporter',
    page: ({ draft }) => `/filing/${draft.id}`,
    field: 'textarea[name="entries[0].results"]',
  },
  {
    file: 'components/filing/report/sign-off-panel.tsx',
    by: 'approver',
    page: ({ awaiting }) => `/filing/${awaiting.id}`,
    field: 'textarea[name="reason"]',
  },
  {
    file: 'components/extensions/extension-form.tsx',
    by: 'reporter',
    page: ({ draft }) => `/filing/${draft.id}/extension`,
    field: 'textarea[name="reason"]',
  },
  {
    file: 'components/contributions/contribution-form.tsx',
    by: 'reporter',
    isSupporting: true,
    page: ({ draft }) => `/filing/contributions/${draft.id}/${draft.taskIds[0]}`,
    field: 'textarea[name="text"]',
  },
  {
    file: 'components/accounts/officers/officer-form.tsx',
    by: 'approver',
    page: () => '/filing/officers',
    field: '#hand-over-displayName',
    choice: ['#hand-over-to', 'new'],
  },
  {
    file: 'components/accounts/officers/sign-off-setting.tsx',
    by: 'coordinator',
    page: officersOf,
    field: '#sign-off-reason',
  },
  {
    file: 'components/accounts/officers/deputy-form.tsx',
    by: 'coordinator',
    page: officersOf,
    field: '#deputy-reason',
  },
  {
    file: 'components/accounts/officers/deputy-list.tsx',
    by: 'coordinator',
    page: officersOf,
    field: '#end-deputy-reason',
  },
  {
    file: 'components/notifications/channels/channels-form.tsx',
    by: 'reporter',
    page: () => '/account/channels',
    field: 'input[name="mailAddress"]',
  },
  {
    file: 'components/review/remarks/remark-form.tsx',
    by: 'coordinator',
    page: ({ filed }) => `/review/${filed.id}`,
    field: 'textarea[id^="remark-"]',
  },
  {
    file: 'components/review/report/return-reasons.tsx',
    use: 'about a task',
    by: 'coordinator',
    page: ({ filed }) => `/review/${filed.id}`,
    field: 'textarea[name="reasons[0].text"]',
  },
  {
    file: 'components/review/report/return-reasons.tsx',
    use: 'about a section',
    by: 'coordinator',
    page: ({ filed }) => `/review/${filed.id}`,
    field: 'textarea[name="reasons[2].text"]',
  },
  {
    file: 'components/review/report/reason-form.tsx',
    by: 'coordinator',
    page: ({ accepted }) => `/review/${accepted.id}`,
    field: '#reopen-reason',
  },
  {
    file: 'components/extensions/grant-extension-form.tsx',
    by: 'coordinator',
    page: ({ draft }) => `/review/${draft.id}`,
    field: '#grant-reason',
  },
  {
    file: 'components/extensions/extension-decision-form.tsx',
    by: 'coordinator',
    page: () => '/review/extensions',
    field: 'textarea[name="note"]',
  },
  {
    file: 'components/chasing/chase-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/chasing'] ?? '',
    field: 'textarea[name="text"]',
  },
  {
    file: 'components/chasing/schedule-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/chasing/schedule'] ?? '',
    field: 'input[name="steps[0].days"]',
    isNumber: true,
  },
  {
    file: 'components/publication/proposal-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/[reportId]/publication'] ?? '',
    field: 'textarea[name^="reason."]',
  },
  {
    file: 'components/publication/decision-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/publication'] ?? '',
    field: '#decline-reason',
  },
  {
    file: 'components/publication/withdrawal.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/[reportId]/publication'] ?? '',
    field: '#withdraw-reason',
  },
  {
    file: 'components/summaries/new-summary-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/summaries/new'] ?? '',
    field: 'textarea[name="introduction"]',
  },
  {
    file: 'components/summaries/draft-forms.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/summaries/[summaryId]'] ?? '',
    field: 'textarea[name="introduction"]',
  },
  {
    file: 'components/summaries/passage-edit.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/summaries/[summaryId]'] ?? '',
    field: 'textarea[name="text"]',
  },
  {
    file: 'components/summaries/order-forms.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/review/summaries/[summaryId]/order'] ?? '',
    field: 'input[name="from"]',
    isNumber: true,
  },
  ...planningForms,
];

/** Components with a text field that is nobody's to keep, and why. */
export const keptNowhere: Readonly<Record<string, 'secret' | 'part of the address' | 'saved when it is left'>> = {
  'components/accounts/password-form.tsx': 'secret',
  'components/plans/import/editable-text.tsx': 'saved when it is left',
  'components/accounts/sign-in-form.tsx': 'secret',
  'components/plans/rule/rule-form.tsx': 'part of the address',
  'components/receipts/receipt-check-form.tsx': 'part of the address',
  'components/review/list/filter-form.tsx': 'part of the address',
  'components/statistics/agency-search.tsx': 'part of the address',
  'components/statistics/statistics-filter.tsx': 'part of the address',
  'app/(desk)/plans/[code]/tasks/page.tsx': 'part of the address',
  'app/(desk)/register/page.tsx': 'part of the address',
  'app/(desk)/review/officers/page.tsx': 'part of the address',
  'app/(desk)/review/assignment/page.tsx': 'part of the address',
  'app/(desk)/review/chasing/log/page.tsx': 'part of the address',
};
