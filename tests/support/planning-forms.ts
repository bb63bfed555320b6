import type { FormWithText } from './forms-with-text';
import type { LeavingScene } from './leaving-scene';
import { agencyCodeOf } from './reports';

/** An agency in the register. */
const registeredOf = ({ draft }: LeavingScene) => `/register/agencies/${agencyCodeOf(draft.agencyId)}`;

/** A task of an issued plan at its desk. */
const taskOf = ({ draft }: LeavingScene) => `/plans/${draft.planCode}/tasks/${draft.planCode}-1`;

/** The forms with text in which plans, agencies, offices and the calendar are kept. */
export const planningForms: readonly FormWithText[] = [
  {
    file: 'components/calendar/years/confirm-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/calendar/[year]'] ?? '',
    field: '#arrangement-text',
  },
  {
    file: 'components/calendar/years/correct-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/calendar/[year]'] ?? '',
    field: '#correct-reason',
  },
  {
    file: 'components/calendar/years/move-form.tsx',
    by: 'coordinator',
    page: ({ pages }) => pages['/calendar'] ?? '',
    field: '#move-reason',
  },
  {
    file: 'components/register/new-agency-form.tsx',
    by: 'coordinator',
    page: () => '/register/new',
    field: '#agency-name',
  },
  {
    file: 'components/register/agency-form.tsx',
    by: 'coordinator',
    page: registeredOf,
    field: '#agency-shortName',
  },
  {
    file: 'components/register/rename-form.tsx',
    by: 'coordinator',
    page: registeredOf,
    field: '#rename-name',
  },
  {
    file: 'components/register/ending-form.tsx',
    by: 'coordinator',
    page: (scene) => `${registeredOf(scene)}/end?kind=abolished`,
    field: '#change-reason',
  },
  {
    file: 'components/register/group-form.tsx',
    by: 'coordinator',
    page: () => '/register/groups',
    field: '#group-name-new',
  },
  {
    file: 'components/register/plan-numbers-form.tsx',
    by: 'coordinator',
    page: ({ numbered }) => `/plans/${numbered}/agencies`,
    field: 'input[name="agencies[0].number"]',
  },
  {
    file: 'components/plans/tasks/task-form.tsx',
    by: 'coordinator',
    page: ({ draft }) => `/plans/${draft.planCode}/tasks/new`,
    field: '#task-text',
  },
  {
    file: 'components/plans/tasks/draft-place.tsx',
    by: 'coordinator',
    page: ({ numbered }) => `/plans/${numbered}/tasks/${numbered}-1`,
    field: '#task-place',
    isNumber: true,
  },
  {
    file: 'components/plans/tasks/end-form.tsx',
    by: 'coordinator',
    page: taskOf,
    field: '#end-reason',
  },
  {
    file: 'components/plans/tasks/split-form.tsx',
    by: 'coordinator',
    page: taskOf,
    field: '#split-reason',
  },
  {
    file: 'components/plans/tasks/merge-form.tsx',
    by: 'coordinator',
    page: taskOf,
    field: '#merge-others',
  },
  {
    file: 'components/plans/settings/new-plan-form.tsx',
    by: 'coordinator',
    page: () => '/plans/new',
    field: 'input[name="title"]',
  },
  {
    file: 'components/plans/settings/settings-form.tsx',
    by: 'coordinator',
    page: ({ numbered }) => `/plans/${numbered}`,
    field: 'input[name="title"]',
  },
  {
    file: 'components/plans/lifecycle/reopen-form.tsx',
    by: 'coordinator',
    page: ({ closed }) => `/plans/${closed}`,
    field: 'textarea[name="reason"]',
  },
  {
    file: 'components/plans/settings/contact-form.tsx',
    by: 'coordinator',
    page: ({ draft }) => `/plans/${draft.planCode}`,
    field: 'input[name="contactPerson"]',
  },
  {
    file: 'components/plans/periods/period-act-form.tsx',
    by: 'coordinator',
    page: ({ draft }) => `/plans/${draft.planCode}/periods`,
    field: 'textarea[name="reason"]',
  },
  {
    file: 'components/plans/rule/save-rule-form.tsx',
    by: 'coordinator',
    page: ({ draft }) => `/plans/${draft.planCode}/rule?kind=nth&nth=7&inclusive=on&cutoff=17:00`,
    field: 'textarea[name="reason"]',
  },
  {
    file: 'components/offices/make-office-form.tsx',
    by: 'coordinator',
    page: () => '/plans/offices',
    field: 'input[name="name"]',
  },
  {
    file: 'components/offices/rename-office-form.tsx',
    by: 'coordinator',
    page: () => '/plans/offices/tests',
    field: 'input[name="name"]',
  },
  {
    file: 'components/plans/form/plan-form-editor.tsx',
    by: 'coordinator',
    page: ({ unbegun }) => `/plans/${unbegun.planCode}/form`,
    field: 'input[name="sections[0].label"]',
  },
  {
    file: 'components/plans/import/source-form.tsx',
    by: 'coordinator',
    page: () => '/plans/imports/new',
    field: 'textarea[name="text"]',
  },
  {
    file: 'components/plans/import/amend-form.tsx',
    by: 'coordinator',
    page: ({ importId }) => `/plans/imports/${importId}`,
    field: 'textarea[name="reason"]',
  },
];
