import { Button } from '@/components/ui/button';
import { signOutAction } from '@/lib/accounts/actions';
import { t } from '@/lib/text/translator';

export function SignOutForm() {
  return (
    <form action={signOutAction}>
      <Button type="submit" variant="quiet" className="px-3">
        {t('site.signOut')}
      </Button>
    </form>
  );
}
