import type { Refusal } from '@/lib/domain/refusal';
import { formatDate, formatFileSize, formatInstant } from './format';
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
    default:
      return t(`refusals.${refusal.code}`);
  }
}

/** Gives the sentence of a refusal, with its values filled in. */
export function refusalSentence(t: Translate, refusal: Refusal): string {
  if (isOfEvidence(refusal)) return evidenceSentence(t, refusal);
  switch (refusal.code) {
    case 'wrong-status':
      return t('refusals.wrong-status', {
        status: t(`statuses.${refusal.status}`),
        command: t(`commands.${refusal.command}`),
      });
    case 'period-not-open':
      return t('refusals.period-not-open', { opensAt: formatInstant(refusal.opensAt) });
    case 'deadline-passed':
      return t('refusals.deadline-passed', { dueOn: formatDate(refusal.dueOn), now: formatInstant(refusal.now) });
    case 'fields-stale':
      return t('refusals.fields-stale', { count: refusal.conflicts.length });
    case 'incomplete':
      return t('refusals.incomplete', { count: refusal.missing.length });
    case 'due-date-not-ahead':
      return t('refusals.due-date-not-ahead', { on: formatDate(refusal.on) });
    case 'due-date-not-a-working-day':
      return t('refusals.due-date-not-a-working-day', { on: formatDate(refusal.on) });
    case 'due-date-not-later':
      return t('refusals.due-date-not-later', { on: formatDate(refusal.on), dueOn: formatDate(refusal.dueOn) });
    case 'reminded-lately':
      return t('refusals.reminded-lately', { from: formatInstant(refusal.from) });
    case 'account-exists':
      return t('refusals.account-exists', { userName: refusal.userName });
    case 'agency-unknown':
      return t('refusals.agency-unknown', { agencyCode: refusal.agencyCode });
    case 'sign-in-locked':
      return t('refusals.sign-in-locked', { minutes: refusal.minutes });
    case 'password-too-weak':
      return t('refusals.password-too-weak', { length: refusal.length });
    case 'webhook-not-allowed':
      return t('refusals.webhook-not-allowed', { hosts: refusal.hosts.join('、') });
    default:
      return t(`refusals.${refusal.code}`);
  }
}
