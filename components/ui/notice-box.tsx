import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type NoticeBoxProps = { tone: IconName; title?: ReactNode; children?: ReactNode; live?: boolean };

const appearances: Record<IconName, { box: string; mark: string }> = {
  info: { box: 'border-accent-line bg-accent-soft', mark: 'text-accent' },
  success: { box: 'border-success-line bg-success-soft', mark: 'text-success' },
  warning: { box: 'border-warning-line bg-warning-soft', mark: 'text-warning' },
  danger: { box: 'border-danger-line bg-danger-soft', mark: 'text-danger' },
};

/**
 * A highlighted message; `live` makes screen readers announce it when it appears (danger interrupts, the others wait).
 */
export function NoticeBox({ tone, title, children, live = false }: NoticeBoxProps) {
  const role = live && { role: tone === 'danger' ? 'alert' : 'status' };
  return (
    <div {...role} className={`flex gap-3 rounded-md border px-4 py-3 ${appearances[tone].box}`}>
      <Icon name={tone} className={`mt-1 text-lg ${appearances[tone].mark}`} />
      <div className="min-w-0">
        {title && <p className={`font-semibold ${appearances[tone].mark}`}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
