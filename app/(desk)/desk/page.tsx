import { redirect } from 'next/navigation';
import { loadHomeDesk } from '@/lib/accounts/loaders';

/** `/desk`: redirects to the start page of the signed-in account, or to the change of a one-time password. */
export default async function DeskPage() {
  redirect(await loadHomeDesk());
}
