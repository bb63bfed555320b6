import 'server-only';
import { aliasesAfter, refuseRenaming } from '@/lib/domain/agencies/changes';
import { type CivilDate, civilDateOf, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { agencyToChange, writeRegister } from '@/lib/register/mutations';
import { recordEvent } from '@/lib/server/database/events';
import { queueJob } from '@/lib/server/database/queue';
import type { AskContext } from '@/lib/server/database/write-path';

type ChangeRequest = { agencyId: string; version: number; changedOn: CivilDate; reason: string };

/**
 * Gives an agency another name from a day on. Its old one becomes an alias, and stays the name under which earlier periods are
 * read. Its officers and the coordinators are notified.
 */
export function renameAgency(
  { name, changedOn, reason, ...seen }: ChangeRequest & { name: string },
  context: AskContext,
): Promise<Result<void>> {
  return writeRegister(async (transaction, register) => {
    const found = await agencyToChange(transaction, register, seen, context);
    if (!found.ok) return found;
    const { id, code, version, ...agency } = found.value;
    const refusal = refuseRenaming(found.value, { name, on: changedOn, today: civilDateOf(context.now) }, register);
    if (refusal) return refused(refusal);
    await transaction.agency.update({
      where: { id },
      data: { name, aliases: aliasesAfter(agency, name), version: version + 1 },
    });
    const change = { agencyId: id, kind: 'renamed', nameBefore: agency.name, reason } as const;
    await transaction.agencyChange.create({ data: { ...change, changedOn: storedDateOf(changedOn) } });
    const detail = { before: { name: agency.name }, after: { name }, on: changedOn, reason };
    const eventId = await recordEvent(transaction, {
      name: 'agency-renamed',
      accountId: context.actor.accountId,
      address: context.address,
      detail: { agencyIds: [id], agencyCode: code, ...detail },
    });
    await queueJob('tell-agency-change', { eventId: String(eventId) }, { transaction });
    return accepted(undefined);
  });
}
