import accounts from './accounts.json';
import autosave from './autosave.json';
import calendar from './calendar.json';
import channels from './channels.json';
import chasing from './chasing.json';
import commands from './commands.json';
import contributions from './contributions.json';
import dayKinds from './day-kinds.json';
import differences from './differences.json';
import evidence from './evidence.json';
import failure from './failure.json';
import fields from './fields.json';
import filing from './filing.json';
import filingLights from './filing-lights.json';
import forms from './forms.json';
import layout from './layout.json';
import live from './live.json';
import notifications from './notifications.json';
import personalNumbers from './personal-numbers.json';
import planForm from './plan-form.json';
import plans from './plans.json';
import progressLights from './progress-lights.json';
import publicSite from './public.json';
import receipts from './receipts.json';
import refusals from './refusals.json';
import remarks from './remarks.json';
import reminders from './reminders.json';
import rhythms from './rhythms.json';
import roles from './roles.json';
import shortFields from './short-fields.json';
import statuses from './statuses.json';
import tasks from './tasks.json';
import timeliness from './timeliness.json';
import ui from './ui.json';

/** The sentences that components of every page say in a browser, by namespace; those of the division's desks come beside them. */
export const catalogue = {
  accounts,
  autosave,
  filing,
  channels,
  chasing,
  commands,
  contributions,
  dayKinds,
  differences,
  evidence,
  failure,
  fields,
  filingLights,
  forms,
  notifications,
  live,
  personalNumbers,
  planForm,
  plans,
  progressLights,
  public: publicSite,
  receipts,
  refusals,
  remarks,
  reminders,
  rhythms,
  roles,
  shortFields,
  layout,
  calendar,
  statuses,
  tasks,
  timeliness,
  ui,
};
