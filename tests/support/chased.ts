import { randomUUID } from 'node:crypto';
import { makeAccount } from './accounts';
import { makeReport } from './reports';
import { sql } from './sql';

/** A draft of an agency with a reporter and an approver. */
export async function makeChased() {
  const report = await makeReport({ status: 'draft', tasks: 1 });
  const [reporter, approver] = await Promise.all([
    makeAccount('reporter', report.agencyId),
    makeAccount('approver', report.agencyId),
  ]);
  return { ...report, reporter, approver };
}

/** A request to chase these reports. */
export const submissionOf = (reportIds: readonly string[], submissionId = randomUUID()) => ({
  reportIds,
  submissionId,
  seen: null,
  subject: '【催办】请报送',
  text: '处长要看，请今天报送。',
});

/** The subjects of all notifications of an account, oldest first. */
export const subjectsOf = async (accountId: string) =>
  (
    await sql<{ subject: string }>(
      'SELECT subject FROM "Notification" WHERE "accountId" = $1 ORDER BY "createdAt", number',
      [accountId],
    )
  ).map(({ subject }) => subject);

/** The subjects of the messages that an account got by a chasing schedule, oldest first. */
export const scheduledSubjectsOf = async (accountId: string) =>
  (
    await sql<{ subject: string }>(
      `SELECT subject FROM "Notification" WHERE "accountId" = $1 AND kind = 'ladder' ORDER BY "createdAt", number`,
      [accountId],
    )
  ).map(({ subject }) => subject);
