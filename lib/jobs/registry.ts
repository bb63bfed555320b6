import 'server-only';
import { notifyOfDates } from '@/lib/chasing/job';
import { deleteOldDocuments, exportDocument, giveUpDocument } from '@/lib/documents/job';
import { followEvidence } from '@/lib/evidence/scan/job';
import { sweepEvidence } from '@/lib/evidence/sweep/job';
import { beginDelivering } from '@/lib/notifications/deliveries/job';
import { sendDigests } from '@/lib/notifications/digests/job';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { giveUpPlanImport, storePlanImport } from '@/lib/plans/import/job';
import { notifyOfAgencyChange } from '@/lib/register/changes/job';
import { deleteOld } from '@/lib/retention/job';
import type { JobName } from '@/lib/server/database/queue';

type Job = {
  /** May run twice with the same data, also concurrently. */
  run(data: object): Promise<void>;
  /** Minute, hour, day, month, weekday, in UTC and by the real clock. */
  every?: string;
};

/** Messages are sent as soon as they are stored, while the next ones are being written. */
const andDeliver = (write: () => Promise<void>) => async () => {
  await write();
  beginDelivering();
};

const eventIn = (data: object) => (data as { eventId: string }).eventId;
const documentIn = (data: object) => (data as { documentId: string }).documentId;

const importIn = (data: object) => (data as { importId: string }).importId;

/** The work of each kind of job, and its own schedule. */
export const jobs: Record<JobName, Job> = {
  'delete-documents': { run: deleteOldDocuments, every: '20 18 * * *' },
  'delete-old-records': { run: deleteOld, every: '50 18 * * *' },
  'export-document': { run: (data) => exportDocument(documentIn(data)) },
  'give-up-document': { run: (data) => giveUpDocument(documentIn(data)) },
  'store-plan-import': { run: (data) => storePlanImport(importIn(data)) },
  'give-up-plan-import': { run: (data) => giveUpPlanImport(importIn(data)) },
  'scan-evidence': { run: followEvidence, every: '* * * * *' },
  'sweep-evidence': { run: sweepEvidence, every: '40 18 * * *' },
  'chase-unfiled': { run: andDeliver(notifyOfDates) },
  'notify-of-dates': { run: andDeliver(notifyOfDates), every: '* * * * *' },
  'tell-agency-change': { run: (data) => andDeliver(() => notifyOfAgencyChange(eventIn(data)))() },
  'send-digests': { run: andDeliver(sendDigests), every: '* * * * *' },
  'tell-events': { run: andDeliver(notifyOfEvents), every: '* * * * *' },
};
