import { redirect } from 'next/navigation';
import { loadHomeDesk } from '@/lib/accounts/loaders';

/**
 * `/desk`: redirects to the start page of the signed-in account, or to the change of a one-time password. It stands
 * outside the frame of the desks, which would be shown empty before it forwards.
 */
export default async function DeskPage() {
  redirect(await loadHomeDesk());
}
