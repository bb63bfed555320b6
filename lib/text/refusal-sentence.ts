import { passwordClasses } from '@/lib/domain/accounts/password-policy';
import type { Refusal } from '@/lib/domain/refusal';
import { reminderPause } from '@/lib/domain/report/reminders';
import { isWithDivision } from '@/lib/domain/report/report';
import { chineseNumber } from './chinese-number';
import { deadlineWords } from './deadline-words';
import { formatDate, formatFileSize, formatInstant, formatPeriod } from './format';
import type { Translate } from './translator';

type EvidenceRefusal = Extract<Refusal, { code: `evidence-${string}` }>;

const isOfEvidence = (refusal: Refusal): refusal is EvidenceRefusal => refusal.code.startsWith('evidence-');

function evidenceSentence(t: Translate, refusal: EvidenceRefusal): string {
  switch (refusal.code) {
    case 'evidence-kind-not-taken':
      return t('refusals.evidence-kind-not-taken', { kinds: refusal.kinds.join('、') });
    case 'evidence-too-large':
      return t('refusals.evidence-too-large', { size: formatFileSize(refusal.bytes) });
    case 'evidence-type-differs':
      return t('refusals.evidence-type-differs', { kind: refusal.kind });
    case 'evidence-full':
      return t('refusals.evidence-full', { count: refusal.perEntry });
    case 'evidence-unsafe':
      return t('refusals.evidence-unsafe', {
        found: t(`evidence.unsafe.${refusal.content}.found`),
        advice: t(`evidence.unsafe.${refusal.content}.advice`),
        hasPart: refusal.part === '' ? 'no' : 'yes',
        part: refusal.part,
      });
    default:
      return t(`refusals.${refusal.code}`);
  }
}

type ImportRefusal = Extract<Refusal, { code: `import-${string}` | 'plan-file-unreadable' }>;

const isOfImport = (refusal: Refusal): refusal is ImportRefusal =>
  refusal.code.startsWith('import-') || refusal.code === 'plan-file-unreadable';

function importSentence(t: Translate, refusal: ImportRefusal): string {
  switch (refusal.code) {
    case 'plan-file-unreadable':
      return t('refusals.plan-file-unreadable', {
        sentence: t(`imports.problems.${refusal.problem}`, refusal.values),
      });
    case 'import-head-missing':
      return t('refusals.import-head-missing', {
        fields: refusal.fields.map((field) => t(`imports.head.${field}`)).join('、'),
      });
    case 'import-changed':
      return t('refusals.import-changed', { theirs: refusal.theirs, yours: refusal.yours });
    case 'import-unfinished':
      return t('refusals.import-unfinished', { problems: refusal.problems, units: refusal.units });
    case 'import-plan-taken':
      return t('refusals.import-plan-taken', { planCode: refusal.planCode });
    case 'import-agency-unknown':
      return t('refusals.import-agency-unknown', { name: refusal.name });
    default:
      return t(`refusals.${refusal.code}`);
  }
}

const ofTime = [
  'period-not-open',
  'deadline-passed',
  'due-date-not-ahead',
  'due-date-not-a-working-day',
  'due-date-not-later',
  'return-ends-before-deadline',
  'reminded-lately',
  'chased-today',
  'secrecy-review-outside',
  'opens-after-deadline',
  'amendment-before-another',
] as const;
type TimeRefusal = Extract<Refusal, { code: (typeof ofTime)[number] }>;

const isOfTime = (refusal: Refusal): refusal is TimeRefusal => (ofTime as readonly string[]).includes(refusal.code);

function timeSentence(t: Translate, refusal: TimeRefusal): string {
  switch (refusal.code) {
    case 'period-not-open':
      return t('refusals.period-not-open', { opensAt: formatInstant(refusal.opensAt) });
    case 'deadline-passed':
      return t('refusals.deadline-passed', {
        deadline: deadlineWords(refusal.dueOn, refusal),
        now: formatInstant(refusal.now),
      });
    case 'due-date-not-ahead':
      return t('refusals.due-date-not-ahead', { on: formatDate(refusal.on) });
    case 'due-date-not-a-working-day':
      return t('refusals.due-date-not-a-working-day', { on: formatDate(refusal.on) });
    case 'due-date-not-later':
      return t('refusals.due-date-not-later', { on: formatDate(refusal.on), dueOn: formatDate(refusal.dueOn) });
    case 'chased-today':
      return t('refusals.chased-today', { at: formatInstant(refusal.at) });
    case 'return-ends-before-deadline':
      return t('refusals.return-ends-before-deadline', {
        on: formatDate(refusal.on),
        dueOn: formatDate(refusal.dueOn),
      });
    case 'opens-after-deadline':
      return t('refusals.opens-after-deadline', {
        opensOn: formatDate(refusal.opensOn),
        dueOn: formatDate(refusal.dueOn),
      });
    case 'secrecy-review-outside':
      return t('refusals.secrecy-review-outside', { from: formatDate(refusal.from), to: formatDate(refusal.to) });
    case 'amendment-before-another':
      return t('refusals.amendment-before-another', { period: formatPeriod(refusal.periodCode) });
    case 'reminded-lately':
      return t('refusals.reminded-lately', {
        hours: chineseNumber(reminderPause / 3_600_000),
        from: formatInstant(refusal.from),
      });
  }
}

const ofRegister = [
  'account-exists',
  'office-unknown',
  'office-required',
  'agency-unknown',
  'agency-name-unknown',
  'agency-name-taken',
  'agency-code-taken',
  'credit-code-taken',
  'agency-circle',
  'agency-abolished',
  'agency-reports-with-approver',
  'register-file-wrong',
  'agency-number-twice',
] as const;
type RegisterRefusal = Extract<Refusal, { code: (typeof ofRegister)[number] }>;

const isOfRegister = (refusal: Refusal): refusal is RegisterRefusal =>
  (ofRegister as readonly string[]).includes(refusal.code);

/** Refusals about accounts, offices and agencies. */
function registerSentence(t: Translate, refusal: RegisterRefusal): string {
  switch (refusal.code) {
    case 'account-exists':
      return t('refusals.account-exists', { userName: refusal.userName });
    case 'office-unknown':
      return t('refusals.office-unknown', { officeCode: refusal.officeCode });
    case 'office-required':
      return t('refusals.office-required', { officeCodes: refusal.officeCodes.join('、') });
    case 'agency-unknown':
      return t('refusals.agency-unknown', { agencyCode: refusal.agencyCode });
    case 'agency-name-unknown':
      return t('refusals.agency-name-unknown', { name: refusal.name });
    case 'agency-name-taken':
      return t('refusals.agency-name-taken', { name: refusal.name, agency: refusal.agency });
    case 'register-file-wrong':
      return t('refusals.register-file-wrong', { count: refusal.count });
    case 'agency-number-twice':
      return t('refusals.agency-number-twice', { number: refusal.number });
    default:
      return t(`refusals.${refusal.code}`, { agency: refusal.agency });
  }
}

type PlanRefusal = Exclude<Extract<Refusal, { code: `plan-${string}` }>, ImportRefusal>;

const isOfPlan = (refusal: Refusal): refusal is PlanRefusal => refusal.code.startsWith('plan-') && !isOfImport(refusal);

function planSentence(t: Translate, refusal: PlanRefusal): string {
  switch (refusal.code) {
    case 'plan-wrong-status':
      return t('refusals.plan-wrong-status', { status: t(`plans.statuses.${refusal.status}`) });
    case 'plan-not-ready':
      return t('refusals.plan-not-ready', { count: refusal.count });
    case 'plan-closing':
      return t('refusals.plan-closing', { count: refusal.open.length });
    default:
      return t(`refusals.${refusal.code}`);
  }
}

const ofPeriod = ['period-wrong-state', 'period-begun', 'period-has-filings', 'filing-ended'] as const;
type PeriodRefusal = Extract<Refusal, { code: (typeof ofPeriod)[number] }>;

const isOfPeriod = (refusal: Refusal): refusal is PeriodRefusal =>
  (ofPeriod as readonly string[]).includes(refusal.code);

function periodSentence(t: Translate, refusal: PeriodRefusal): string {
  if (refusal.code === 'period-wrong-state') return t('refusals.period-wrong-state');
  if (refusal.code === 'filing-ended') return t('refusals.filing-ended', { end: refusal.end });
  return t(`refusals.${refusal.code}`, { count: refusal.count });
}

/** Gives the sentence of a refusal, with its values filled in. */
export function refusalSentence(t: Translate, refusal: Refusal): string {
  if (isOfEvidence(refusal)) return evidenceSentence(t, refusal);
  if (isOfTime(refusal)) return timeSentence(t, refusal);
  if (isOfRegister(refusal)) return registerSentence(t, refusal);
  if (isOfImport(refusal)) return importSentence(t, refusal);
  if (isOfPlan(refusal)) return planSentence(t, refusal);
  if (isOfPeriod(refusal)) return periodSentence(t, refusal);
  switch (refusal.code) {
    case 'wrong-status':
      if (refusal.command === 'file' && isWithDivision(refusal.status)) return t('filing.check.alreadyFiled');
      return t('refusals.wrong-status', {
        status: t(`statuses.${refusal.status}`),
        command: t(`commands.${refusal.command}`),
      });
    case 'chasing-all':
      return t('refusals.chasing-all', { count: refusal.reports.length });
    case 'fields-stale':
      return t('refusals.fields-stale', { count: refusal.conflicts.length });
    case 'incomplete':
      return t('refusals.incomplete', { count: refusal.missing.length });
    case 'refused-for-one':
      return t('refusals.refused-for-one', {
        agency: refusal.agency,
        period: formatPeriod(refusal.periodCode),
        sentence: refusalSentence(t, refusal.refusal),
      });
    case 'contradictory':
      return t('refusals.contradictory', { count: refusal.contradictions.length });
    case 'sign-in-locked':
    case 'look-ups-limited':
      return t(`refusals.${refusal.code}`, { minutes: refusal.minutes });
    case 'password-too-weak':
      return t('refusals.password-too-weak', { length: refusal.length, classes: chineseNumber(passwordClasses) });
    case 'webhook-not-allowed':
      return t('refusals.webhook-not-allowed', { hosts: refusal.hosts.join('、') });
    default:
      return t(`refusals.${refusal.code}`);
  }
}
