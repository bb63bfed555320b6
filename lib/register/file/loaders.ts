import 'server-only';
import { listRegister } from '@/lib/agencies/data';
import { mayAddAgencies } from '@/lib/domain/agencies/register';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';

/** Loads the page of import and export, which the division and the leader may export from. */
export async function loadRegisterFile() {
  const { actor } = await requireDivision();
  return { mayImport: mayAddAgencies(actor) };
}

/** Loads the register as it is exported: the agencies in being, each with the name of its parent. */
export async function loadRegisterToExport() {
  await requireDivision();
  const register = await listRegister();
  const agencies = register
    .filter(({ successors }) => successors === null)
    .map(({ parentId, ...agency }) => ({
      ...agency,
      parent: register.find(({ id }) => id === parentId)?.name ?? '',
    }));
  return { agencies, now: await portalNow() };
}
