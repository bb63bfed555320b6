import { randomUUID } from 'node:crypto';
import { makeAccount } from './accounts';
import { now } from './report-states';
import type { MadeReport, WantedReport } from './reports';
import type { Sql } from './sql';

/** The entries as the filed version has them, of which the progress goes out. */
const contentOf = (report: MadeReport) => ({
  plan: { code: report.planCode, title: '试验计划' },
  agency: { code: 'T', name: '试验单位' },
  quarter: '2020Q1',
  sections: ['progress'],
  entries: report.taskIds.map(() => ({
    taskCode: 'T',
    taskText: '试验任务',
    sections: ['progress'],
    progress: '进展',
    noProgress: false,
  })),
});

type Proposal = { proposedById: string; reportVersion: number; content: object };

async function storeProposal(
  report: MadeReport,
  versionId: string,
  { proposedById, reportVersion, content }: Proposal,
  run: Sql,
): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO "PublicationProposal" (id, "reportId", "filedVersionId", "reportVersion", content, "proposedAt", "proposedById")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, report.id, versionId, reportVersion, content, now, proposedById],
  );
  return id;
}

/** Publishes by two accounts, after an acceptance of the version if there is none. */
export async function storePublication(
  report: MadeReport,
  versionId: string,
  run: Sql,
  content: object = contentOf(report),
): Promise<void> {
  const id = randomUUID();
  const coordinator = await makeAccount('coordinator', null, { run });
  const { accountId } = await makeAccount('reviewer', null, { run });
  await run(
    `INSERT INTO "Review" (id, "reportId", "filedVersionId", "reviewerId", "begunAt", outcome, "decidedAt")
     SELECT $1, $2, $3, $4, $5, 'accepted', $5
     WHERE NOT EXISTS (SELECT FROM "Review" WHERE "filedVersionId" = $3 AND outcome = 'accepted')`,
    [randomUUID(), report.id, versionId, accountId, now],
  );
  const proposal = { proposedById: coordinator.accountId, reportVersion: 1 };
  const proposalId = await storeProposal(report, versionId, { ...proposal, content }, run);
  await run(
    `INSERT INTO "Publication" (id, "reportId", "filedVersionId", number, kind, "proposalId", content, "secrecyReviewer",
       "secrecyReviewedOn", "publishedAt", "publishedById")
     VALUES ($1, $2, $3, 1, 'published', $6, $7, '王审查', '2020-04-02', $4, $5)`,
    [id, report.id, versionId, now, accountId, proposalId, content],
  );
  await run(
    `UPDATE "PublicationProposal" SET outcome = 'confirmed', "decidedAt" = $2, "decidedById" = $3 WHERE id = $1`,
    [proposalId, now, accountId],
  );
  await run('UPDATE "Report" SET "publicationId" = $2 WHERE id = $1', [report.id, id]);
}

export async function storeWithdrawal(report: MadeReport, versionId: string, run: Sql): Promise<void> {
  const { accountId } = await makeAccount('leader', null, { run });
  await run(
    `INSERT INTO "Publication" (id, "reportId", "filedVersionId", number, kind, "publishedAt", "publishedById")
     VALUES ($1, $2, $3, 2, 'withdrawn', $4, $5)`,
    [randomUUID(), report.id, versionId, now, accountId],
  );
  await run('UPDATE "Report" SET "publicationId" = NULL WHERE id = $1', [report.id]);
}

/** Stores what is public, what was, and what is proposed, as far as it is wanted. */
export async function storePublicationFacts(report: MadeReport, versionId: string, wanted: WantedReport, run: Sql) {
  if (wanted.published || wanted.withdrawn) await storePublication(report, versionId, run);
  if (wanted.withdrawn) await storeWithdrawal(report, versionId, run);
  if (!wanted.proposedBy) return;
  const another = wanted.proposedBy === 'another' && (await makeAccount('coordinator', null, { run })).accountId;
  const proposedById = another || wanted.proposedBy;
  const proposal = { proposedById, reportVersion: report.version, content: contentOf(report) };
  await storeProposal(report, versionId, proposal, run);
}
