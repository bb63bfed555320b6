import { create } from 'qrcode';
import { useT } from '@/lib/text/use-t';

/** Width in modules of the white margin that a reader needs around the code (ISO/IEC 18004). */
const quietZone = 4;

/** The dark modules as one path, by runs within each row. */
function pathOf(address: string): { path: string; size: number } {
  const { data, size } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, y) => [...data.subarray(y * size, (y + 1) * size)].join(''));
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { path: runs.join(''), size };
}

/** The address as a QR code, drawn on the server: it needs neither a script nor a picture file. */
export function ReceiptCode({ address }: { address: string }) {
  const t = useT();
  const { path, size } = pathOf(address);
  const side = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={t('receipts.code.label')}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-40 border border-line bg-white [print-color-adjust:exact]"
    >
      <path d={path} className="fill-black" />
    </svg>
  );
}
