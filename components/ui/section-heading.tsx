import type { ReactNode } from 'react';

type SectionHeadingProps = { children: ReactNode; id?: string; level?: 2 | 3; aside?: ReactNode };

export function SectionHeading({ children, id, level = 2, aside }: SectionHeadingProps) {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <Tag
        {...(id && { id })}
        className={`border-l-4 border-accent pl-3 font-bold ${level === 2 ? 'text-xl' : 'text-lg'}`}
      >
        {children}
      </Tag>
      {aside && <div className="text-sm text-muted">{aside}</div>}
    </div>
  );
}
