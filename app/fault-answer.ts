import { routes } from '@/lib/routes';
import type { DatabaseTrouble } from '@/lib/schemas/form-state';
import { getT } from '@/lib/text/get-t';
import { defaultLanguage } from '@/lib/text/languages';
import { otherLanguage } from '@/lib/text/portal-language';

const statuses = [400, 403, 404, 405, 408, 409, 413, 414, 431, 500, 503] as const;
type FaultStatus = (typeof statuses)[number];

/** A request that cannot be answered as it was meant. */
export type Fault = {
  status: number;
  /** A person reads a page, a program reads a problem document. */
  kind: 'page' | 'problem';
  /** The number of the request, which its line in the log has too. */
  id: string;
  /** The address to try again; null where that would send something a second time. */
  retry: string | null;
  /** The trouble of the database that it comes from; a script reads it. */
  trouble: DatabaseTrouble | null;
  /** The office to ask, in words; empty where it is unknown. */
  contact: string;
};

export type FaultAnswer = { status: number; headers: Record<string, string>; body: string };

/** Seconds after which it is worth asking again. */
const retryAfter = 10;

const statusFor = (status: number): FaultStatus =>
  statuses.find((known) => known === status) ?? (status >= 500 ? 500 : 400);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const style = `body{margin:0;border-top:4px solid #c4161c;font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a2433}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem}.site{margin:0;font-weight:700;color:#0d3a70}
h1{margin:2.5rem 0 .5rem;font-size:1.5rem}p{margin:.5rem 0}.muted{color:#55616f}a{display:inline-block;padding:.5rem 0;color:#14539a;margin-right:1.5rem}`;

/** Paragraphs of a fault for a person: the sentence, what became of the typed text, the number, the office. */
function paragraphs(status: FaultStatus, { id, retry, contact }: Fault): string[] {
  const t = getT();
  const isOwn = status >= 500;
  return [
    `<p>${escaped(t(`faults.leads.${status}`))}</p>`,
    isOwn && retry === null ? `<p>${escaped(t('faults.notSaved'))}</p>` : '',
    isOwn ? `<p class="muted">${escaped(t('faults.reference', { reference: id }))}</p>` : '',
    contact && `<p class="muted">${escaped(contact)}</p>`,
  ].filter(Boolean);
}

/** A whole page without scripts, styles or pictures of its own to load: what would serve them may be what has failed. */
function page(status: FaultStatus, fault: Fault): string {
  const t = getT();
  const title = escaped(t(`faults.titles.${status}`));
  const site = escaped(t('layout.name'));
  const isWorthRetrying = fault.retry !== null && (status >= 500 || status === 408);
  const retry = isWorthRetrying ? `<a href="${escaped(fault.retry ?? '')}">${escaped(t('faults.retry'))}</a>` : '';
  return `<!DOCTYPE html><html lang="${otherLanguage()?.language ?? defaultLanguage}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title} - ${site}</title><style>${style}</style></head><body><main><p class="site">${site}</p><h1>${title}</h1>
${paragraphs(status, fault).join('\n')}
<p>${retry}<a href="${routes.home()}">${escaped(t('faults.home'))}</a></p></main></body></html>`;
}

/** A problem document of RFC 9457, with the number of the request and the trouble of the database, if there is one. */
function problem(status: FaultStatus, { id, trouble }: Fault): string {
  const t = getT();
  const detail = t(`faults.leads.${status}`);
  const title = t(`faults.titles.${status}`);
  return JSON.stringify({ type: 'about:blank', title, status, detail, request: id, ...(trouble && { trouble }) });
}

/** The portal's own answer where the framework has none that helps. */
export function faultAnswer(fault: Fault): FaultAnswer {
  const status = statusFor(fault.status);
  const isPage = fault.kind === 'page';
  return {
    status: fault.status,
    headers: {
      'Content-Type': `${isPage ? 'text/html' : 'application/problem+json'}; charset=utf-8`,
      ...(status === 503 ? { 'Retry-After': String(retryAfter) } : {}),
    },
    body: isPage ? page(status, fault) : problem(status, fault),
  };
}
