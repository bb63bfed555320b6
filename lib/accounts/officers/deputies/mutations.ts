import 'server-only';
import { listDeputies } from '@/lib/accounts/officers/data';
import { agencyActedOn, type Named, namedIn, type OfficersContext } from '@/lib/accounts/officers/mutations';
import { getAgencyForUpdate, type StoredAgency } from '@/lib/accounts/officers/stored-agency';
import { type Deputation, mayNameDeputyOf, refuseDeputy } from '@/lib/domain/accounts/deputies';
import { refuseAuthority } from '@/lib/domain/accounts/officers';
import { type CivilDate, civilDateFromStored, civilDateOf, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';

export type DeputyContext = OfficersContext & { now: Date };

type DeputyDetail = { approver: Named; deputy: Named; fromOn: CivilDate; untilOn: CivilDate };

/** Writes on the deputies of one agency, whose officers stay as they are until the transaction ends. */
async function writeForAgency(
  context: DeputyContext,
  write: (transaction: Transaction, agency: StoredAgency) => Promise<Result<{ name: string; detail: DeputyDetail }>>,
): Promise<Result<void>> {
  const { actor, address, reason = '' } = context;
  const agencyId = agencyActedOn(context);
  if (!agencyId) return refused({ code: 'forbidden' });
  return db.$transaction(async (transaction) => {
    const agency = await getAgencyForUpdate(transaction, agencyId);
    const unauthorized = refuseAuthority(agency, { actor, reason });
    if (unauthorized) return refused(unauthorized);
    const result = await write(transaction, agency);
    if (!result.ok) return result;
    const { name, detail } = result.value;
    const recorded = { agencyId, ...detail, ...(reason && { reason }) };
    await recordEvent(transaction, { name, accountId: actor.accountId, address, detail: recorded });
    return accepted(undefined);
  });
}

/** Names the deputy of an approver for some days. */
export function nameDeputy(wanted: Deputation, context: DeputyContext): Promise<Result<void>> {
  return writeForAgency(context, async (transaction, agency) => {
    if (!mayNameDeputyOf(context.actor, wanted.approverId)) return refused({ code: 'forbidden' });
    const today = civilDateOf(context.now);
    const others = await listDeputies(agency.id, today, transaction);
    const refusal = refuseDeputy(wanted, agency.officers, others, today);
    if (refusal) return refused(refusal);
    const { approverId, deputyId, fromOn, untilOn } = wanted;
    await transaction.approverDeputy.create({
      data: { approverId, deputyId, fromOn: storedDateOf(fromOn), untilOn: storedDateOf(untilOn) },
      select: { id: true },
    });
    const named = { approver: namedIn(agency, approverId), deputy: namedIn(agency, deputyId) };
    return accepted({ name: 'deputy-named', detail: { ...named, fromOn, untilOn } });
  });
}

/** Ends a deputation at once, or cancels one that has not begun. */
export function endDeputy(deputationId: string, context: DeputyContext): Promise<Result<void>> {
  return writeForAgency(context, async (transaction, agency) => {
    const stored = await transaction.approverDeputy.findFirst({
      where: { id: deputationId, approver: { agencyId: agency.id } },
    });
    if (!stored) return refused({ code: 'not-found' });
    if (!mayNameDeputyOf(context.actor, stored.approverId)) return refused({ code: 'forbidden' });
    await transaction.approverDeputy.delete({ where: { id: deputationId }, select: { id: true } });
    const named = { approver: namedIn(agency, stored.approverId), deputy: namedIn(agency, stored.deputyId) };
    const days = { fromOn: civilDateFromStored(stored.fromOn), untilOn: civilDateFromStored(stored.untilOn) };
    return accepted({ name: 'deputy-ended', detail: { ...named, ...days } });
  });
}
