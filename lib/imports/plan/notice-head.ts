import 'server-only';
import { type CivilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { planLineLimits } from '@/lib/domain/plan/plan-settings';
import { headingLevel } from './headings';
import { withDigits } from './time-limits';

export type NoticeHead = {
  title: string | null;
  documentNumber: string | null;
  issuer: string | null;
  issuedOn: CivilDate | null;
  contactOffice: string | null;
};

const titleEnd = /(通知|意见|方案|计划|要点|清单|任务|事项|分工|安排|[表函案])(的通知)?([（(].*[）)])?$/;
const documentNumber = /[\p{Script=Han}A-Za-z]{2,20}\s*[〔【[(（﹝]\s*\d{4}\s*[〕】\])）﹞]\s*第?\s*\d+\s*号/u;
const documentNumberAlone = new RegExp(`^${documentNumber.source}$`, 'u');

/** Lines above a title: the degree of urgency or secrecy, the letterhead, the number, the word of an annex. */
const isAboveTitle = (line: string) =>
  /^(特急|加急|急件|平急|绝密|机密|秘密|内部)|^[^关]{2,30}文件$|签发人|^附件\d*[:：]?$/.test(
    line.replaceAll(/\s/g, ''),
  ) || documentNumberAlone.test(line.trim());

/** The title: the first line that ends like one, or several that do together, as a title is broken on paper. */
function titleOf(lines: readonly string[]): string | null {
  const heading = lines.filter((line) => !isAboveTitle(line)).slice(0, 5);
  let joined = '';
  for (const line of heading) {
    if (/[:：。；]$/.test(line)) break;
    joined += line;
    if (titleEnd.test(joined)) return joined.slice(0, planLineLimits.title);
  }
  const [first = ''] = heading;
  const isTitle = first.length <= 100 && headingLevel(first) === null && !/[:：。；，]/.test(first);
  return isTitle ? first || null : null;
}

/** The number of the document, with its year in the brackets that are usual: 津工信科〔2026〕3号. */
function documentNumberOf(lines: readonly string[]): string | null {
  const line = lines.slice(0, 12).find((text) => isAboveTitle(text) && documentNumber.test(text));
  const [found = ''] = documentNumber.exec(line ?? '') ?? [];
  const plain = found.replaceAll(/\s/g, '').replace(/[【[(（﹝](\d+)[】\])）﹞]/, '〔$1〕');
  return plain && plain.length <= planLineLimits.documentNumber ? plain : null;
}

const day = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
const dateAlone = new RegExp(`^${day}$`);
/** 某市人民政府办公室　2026年2月9日印发 under a notice. */
const printedOn = new RegExp(`${day}印发[）)]?$`);

function dateOf(line: string, pattern = dateAlone): CivilDate | null {
  const found = pattern.exec(withDigits(line).replaceAll(/\s/g, ''));
  return found ? parseCivilDate(`${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`) : null;
}

/** Says whether a line is nothing but a date. */
export const isDateLine = (line: string): boolean => dateOf(line) !== null;

/** 联系人：市科技局高新技术处，联系电话：… names an office; 联系人：张三 names a person, who is nobody's business here. */
function contactOf(lines: readonly string[]): string | null {
  const named = /联系(?:人|单位|处室|科室)\s*[:：]\s*([^\s，,；;）)]+)/.exec(lines.join('\n'))?.[1] ?? '';
  const isOffice = /[处科室办局委股司厅部院]$/.test(named) && named.length > 3;
  return isOffice && named.length <= planLineLimits.contactOffice ? named : null;
}

/** The day of issue with the line above it, who signed; or the day on which it was printed. */
function signatureIn(lines: readonly string[]): { issuedOn: CivilDate; signed: string | null } | null {
  const oneLine = lines
    .map((line) => /^([^，。；：\s]{3,50})\s+(\S.*)$/.exec(line))
    .find((match) => match && dateOf(match[2] ?? ''));
  const both = oneLine && dateOf(oneLine[2] ?? '');
  const dated = lines.findIndex((line) => dateOf(line) !== null);
  const issuedOn = dateOf(lines[dated] ?? '');
  if (issuedOn) return { issuedOn, signed: dated > 0 ? (lines[dated - 1] ?? null) : null };
  if (both) return { issuedOn: both, signed: oneLine[1] ?? null };
  const [printed] = lines.flatMap((line) => dateOf(line, printedOn) ?? []);
  return printed ? { issuedOn: printed, signed: null } : null;
}

/** Reads what a notice says of itself from its lines before the annex, and its signature from those after it, too. */
export function readNoticeHead(lines: readonly string[], after: readonly string[]): NoticeHead {
  const title = titleOf(lines);
  const signature = signatureIn(lines) ?? signatureIn(after);
  const signed = signature?.signed ?? null;
  const named = /^(.+?)关于/.exec(title ?? '')?.[1] ?? '';
  const isIssuer = named !== '' && named.length <= planLineLimits.issuer;
  return {
    title,
    documentNumber: documentNumberOf(lines),
    issuer: isIssuer ? named : signed && signed.length <= 50 ? signed : null,
    issuedOn: signature?.issuedOn ?? null,
    contactOffice: contactOf(lines),
  };
}

/** Gives the year of a title: 2020年重点工作, of a plan for several years the first; null without one. */
export function yearOfTitle(title: string | null): number | null {
  const plain = withDigits(title ?? '');
  const range = /(20\d{2})\s*(?:年)?\s*[-—–－~～至到]+\s*20\d{2}\s*年/g;
  const single = [...plain.replaceAll(range, '').matchAll(/(20\d{2})\s*年?度?(?=年|度|[^\d〕】]|$)/g)].at(-1)?.[1];
  const first = range.exec(plain)?.[1];
  return single || first ? Number(single ?? first) : null;
}
