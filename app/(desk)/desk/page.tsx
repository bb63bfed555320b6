import { redirect } from 'next/navigation';
import { loadHomeDesk } from '@/lib/accounts/loaders';

/** `/desk`: leads on to the desk on which the signed-in account starts; a one-time password is changed first. */
export default async function DeskPage() {
  redirect(await loadHomeDesk());
}
