import account from './account.json';
import admin from './admin.json';
import agencyReport from './agency-report.json';
import api from './api.json';
import assignment from './assignment.json';
import autosave from './autosave.json';
import carry from './carry.json';
import channels from './channels.json';
import chasing from './chasing.json';
import circular from './circular.json';
import commands from './commands.json';
import contributions from './contributions.json';
import counting from './counting.json';
import dayKinds from './day-kinds.json';
import demonstration from './demonstration.json';
import differences from './differences.json';
import documentDesk from './document-desk.json';
import documents from './documents.json';
import evidence from './evidence.json';
import exportedEntry from './exported-entry.json';
import failure from './failure.json';
import fields from './fields.json';
import filing from './filing.json';
import filingLights from './filing-lights.json';
import forms from './forms.json';
import inbox from './inbox.json';
import ledger from './ledger.json';
import live from './live.json';
import officers from './officers.json';
import progressLights from './progress-lights.json';
import publicSite from './public.json';
import reading from './reading.json';
import receipts from './receipts.json';
import refusals from './refusals.json';
import remarks from './remarks.json';
import reminders from './reminders.json';
import review from './review.json';
import roles from './roles.json';
import shortFields from './short-fields.json';
import site from './site.json';
import standing from './standing.json';
import statuses from './statuses.json';
import summaries from './summaries.json';
import timeliness from './timeliness.json';
import told from './told.json';
import ui from './ui.json';
import workbook from './workbook.json';

/** Every sentence of the portal, by namespace: a file each. */
export const catalogue = {
  site,
  statuses,
  fields,
  shortFields,
  progressLights,
  filingLights,
  timeliness,
  dayKinds,
  roles,
  commands,
  refusals,
  forms,
  ui,
  demonstration,
  review,
  standing,
  admin,
  public: publicSite,
  filing,
  differences,
  receipts,
  autosave,
  carry,
  account,
  api,
  reminders,
  contributions,
  officers,
  live,
  counting,
  reading,
  documentDesk,
  exportedEntry,
  circular,
  agencyReport,
  ledger,
  workbook,
  documents,
  evidence,
  told,
  chasing,
  inbox,
  channels,
  remarks,
  assignment,
  summaries,
  failure,
};

type PartOf<Sentences> = { [Key in keyof Sentences]?: Sentences[Key] extends string ? string : PartOf<Sentences[Key]> };

/** The sentences that another language has. */
export type PartialCatalogue = PartOf<typeof catalogue>;
