import { Button } from '@/components/ui/button';
import { signOutAction } from '@/lib/accounts/actions';
import { useT } from '@/lib/text/use-t';

export function SignOutForm() {
  const t = useT();
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="quiet" className="px-3">
        {t('layout.signOut')}
      </Button>
    </form>
  );
}
