const paths = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z',
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.5 14.5-4-4 1.4-1.4 2.6 2.6 5.6-5.6 1.4 1.4-7 7Z',
  warning: 'M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 8h2v2h-2v-2Z',
  danger: 'M8 2 2 8v8l6 6h8l6-6V8l-6-6H8Zm3 5h2v6h-2V7Zm0 8h2v2h-2v-2Z',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside words with the same meaning. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`inline-block size-[1.15em] shrink-0 fill-current ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  );
}
