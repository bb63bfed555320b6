import { catalogue as inBrowser } from './browser-catalogue';
import { divisionCatalogue } from './division-catalogue';
import accounts from './server/accounts.json';
import api from './server/api.json';
import calendar from './server/calendar.json';
import chasing from './server/chasing.json';
import demonstration from './server/demonstration.json';
import documents from './server/documents.json';
import faults from './server/faults.json';
import filing from './server/filing.json';
import layout from './server/layout.json';
import notifications from './server/notifications.json';
import publicSite from './server/public.json';
import receipts from './server/receipts.json';
import review from './server/review.json';
import statistics from './server/statistics.json';
import summaries from './server/summaries.json';
import tasks from './server/tasks.json';
import workCalendar from './server/work-calendar.json';

/**
 * Every sentence of the portal, by namespace. Those that only the server says lie in `server`, so that a browser does
 * not load them; tests/unit/browser-sentences.test.ts finds out which.
 */
export const catalogue = {
  ...inBrowser,
  ...divisionCatalogue,
  planForm: { ...inBrowser.planForm, ...divisionCatalogue.planForm },
  plans: { ...inBrowser.plans, ...divisionCatalogue.plans },
  refusals: { ...inBrowser.refusals, ...divisionCatalogue.refusals },
  api,
  demonstration,
  faults,
  statistics,
  accounts: { ...inBrowser.accounts, ...accounts },
  calendar: { ...inBrowser.calendar, ...calendar },
  chasing: { ...inBrowser.chasing, ...chasing },
  documents: { ...divisionCatalogue.documents, ...documents },
  filing: { ...inBrowser.filing, ...filing },
  layout: { ...inBrowser.layout, ...layout },
  notifications: { ...inBrowser.notifications, ...notifications },
  public: { ...inBrowser.public, ...publicSite },
  receipts: { ...inBrowser.receipts, ...receipts },
  review: { ...divisionCatalogue.review, ...review },
  summaries: { ...divisionCatalogue.summaries, ...summaries },
  tasks: { ...inBrowser.tasks, ...tasks },
  workCalendar: {
    ...divisionCatalogue.workCalendar,
    ...workCalendar,
    days: { ...divisionCatalogue.workCalendar.days, ...workCalendar.days },
  },
};

type PartOf<Sentences> = { [Key in keyof Sentences]?: Sentences[Key] extends string ? string : PartOf<Sentences[Key]> };

/** The sentences that another language has. */
export type PartialCatalogue = PartOf<typeof catalogue>;
