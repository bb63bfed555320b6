import type { Refusal } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';

export type PlanFileAnswer =
  | { kind: 'kept'; address: string }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unreachable' };

/** Sends the bytes of a notice; the answer has the address of its preview, or says what cannot be read in it. */
export async function sendPlanFile(
  body: Blob,
  { name, officeId, plan }: { name: string; officeId: string; plan: string },
): Promise<PlanFileAnswer> {
  try {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) };
    const answer = await fetch(routes.planImportUpload(officeId, plan), { method: 'POST', headers, body });
    const { address, refusal } = (await answer.json()) as { address?: string; refusal?: Refusal };
    if (address) return { kind: 'kept', address };
    return refusal ? { kind: 'refused', refusal } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
