import type { ChasingRung } from '@/lib/domain/chasing/chasing';
import { t } from '@/lib/text/translator';

const nameOf = (recipient: ChasingRung['to'][number]) => t(`roles.${recipient}`);

/** The chasing schedule of a plan, step by step, with recipients and days. */
export function LadderList({ ladder }: { ladder: readonly ChasingRung[] }) {
  return (
    <div>
      <ul className="list-disc pl-5">
        {ladder.map(({ when, days, to }) => (
          <li key={`${when}-${days}`}>{t(`chasing.ladder.${when}`, { days, people: to.map(nameOf).join('、') })}</li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('chasing.ladder.hour')}</p>
    </div>
  );
}
