import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/authorization';
import type { CommandName, ReportStatus } from '@/lib/domain/report/report';
import type { Fields, RenderedForm } from './forms';
import type { MadeReport } from './reports';

type CommandPage = {
  /** A status and a role for which the page shows the form. */
  status: ReportStatus;
  role: Role;
  /** Of an agency that supports the report's task. */
  supports?: true;
  path: (report: MadeReport) => string;
  isForm: (form: RenderedForm) => boolean;
};

const has = (name: string) => (form: RenderedForm) => name in form.fields;
const without = ({ ...fields }: Fields, name: string) => {
  delete fields[name];
  return fields;
};
const plain = (form: RenderedForm) =>
  Object.keys(form.fields).every((name) => /^(\$ACTION|reportId$|version$|contentVersion$)/.test(name));
/** A contribution that waits is asked about before the report goes on. */
const afterContributions = (form: RenderedForm) => plain({ ...form, fields: without(form.fields, 'isAsked') });
const withVersion = (form: RenderedForm) => plain(form) && has('version')(form);
const says = (words: string) => (form: RenderedForm) => form.text.includes(words);

const filing =
  (page = '') =>
  ({ id }: MadeReport) =>
    `/filing/${id}${page}`;
const review =
  (page = '') =>
  ({ id }: MadeReport) =>
    `/review/${id}${page}`;
const chasing = ({ id, planCode }: MadeReport) => `/review/chasing?plan=${planCode}&report=${id}`;
const lateFiling = ({ planCode }: MadeReport) => `/review/chasing/late-filing?plan=${planCode}`;
const contributing = ({ id, taskIds: [taskId] }: MadeReport) => `/filing/contributions/${id}/${taskId}`;

/** Every command but those that carry a file or name one: they have no form of their own. */
export type FormCommand = Exclude<CommandName, 'add-evidence' | 'remove-evidence'>;

/** The page with the form of each command. */
export const commandPages: Record<FormCommand, CommandPage> = {
  start: { status: 'not_started', role: 'reporter', path: () => '/filing', isForm: plain },
  save: { status: 'draft', role: 'reporter', path: filing(), isForm: has('entries[0].taskId') },
  'request-sign-off': { status: 'draft', role: 'reporter', path: filing('/check'), isForm: afterContributions },
  'take-back-sign-off': { status: 'awaiting_sign_off', role: 'reporter', path: filing(), isForm: withVersion },
  'send-back': { status: 'awaiting_sign_off', role: 'approver', path: filing(), isForm: has('reason') },
  file: { status: 'draft', role: 'reporter', path: filing('/check'), isForm: afterContributions },
  withdraw: { status: 'filed', role: 'reporter', path: filing('/versions/1'), isForm: plain },
  'begin-review': { status: 'filed', role: 'reviewer', path: review(), isForm: says('开始审核') },
  accept: { status: 'filed', role: 'reviewer', path: review(), isForm: says('审核通过') },
  return: { status: 'filed', role: 'reviewer', path: review(), isForm: has('returnDueOn') },
  remark: { status: 'filed', role: 'reviewer', path: review(), isForm: has('audience') },
  'withdraw-remark': { status: 'filed', role: 'reviewer', path: review(), isForm: has('remarkId') },
  reopen: { status: 'accepted', role: 'reviewer', path: review(), isForm: has('reason') },
  'request-extension': { status: 'draft', role: 'reporter', path: filing('/extension'), isForm: has('proposedOn') },
  'decide-extension': {
    status: 'draft',
    role: 'coordinator',
    path: () => '/review/extensions',
    isForm: has('decision'),
  },
  'take-back-extension': { status: 'draft', role: 'reporter', path: filing('/extension'), isForm: withVersion },
  'open-late-filing': { status: 'draft', role: 'coordinator', path: lateFiling, isForm: has('plan') },
  'close-late-filing': { status: 'draft', role: 'coordinator', path: lateFiling, isForm: has('plan') },
  'grant-extension': { status: 'draft', role: 'coordinator', path: review(), isForm: has('grantedOn') },
  'remind-approver': { status: 'awaiting_sign_off', role: 'reporter', path: filing(), isForm: plain },
  'remind-reporter': { status: 'draft', role: 'approver', path: filing(), isForm: plain },
  chase: { status: 'draft', role: 'coordinator', path: chasing, isForm: has('submissionId') },
  contribute: { status: 'draft', role: 'reporter', supports: true, path: contributing, isForm: has('text') },
  'withdraw-contribution': {
    status: 'draft',
    role: 'reporter',
    supports: true,
    path: contributing,
    isForm: has('contributionId'),
  },
  'decide-contribution': { status: 'draft', role: 'reporter', path: filing(), isForm: plain },
  'propose-publication': {
    status: 'accepted',
    role: 'coordinator',
    path: review('/publication'),
    isForm: has('reports[0].tasks[0].taskId'),
  },
  publish: { status: 'accepted', role: 'leader', path: review('/publication'), isForm: has('secrecyReviewedOn') },
  'decline-publication': {
    status: 'accepted',
    role: 'reviewer',
    path: review('/publication'),
    isForm: has('secrecyReviewedOn'),
  },
  'take-back-publication': { status: 'accepted', role: 'coordinator', path: review('/publication'), isForm: plain },
  'withdraw-publication': {
    status: 'draft',
    role: 'leader',
    path: review('/publication'),
    isForm: says('立即撤回公开'),
  },
  'explain-publication-withdrawal': {
    status: 'returned',
    role: 'coordinator',
    path: review('/publication'),
    isForm: says('提交理由'),
  },
};

export const formCommands = Object.keys(commandPages) as FormCommand[];

const none = () => ({});
/** The version of a text that nobody has saved since it was made. */
const asMade = () => ({ contentVersion: '0' });
/** A report that was never filed has no remark, so this id stands for none. */
const noRemark = '00000000-0000-4000-8000-000000000000';
const reason = () => ({ reason: '写明理由' });

/** A report in a form about several. */
const ticked = ({ id, version }: MadeReport) => ({
  'reports[0].reportId': id,
  'reports[0].version': String(version),
  'reports[0].ticked': 'on',
});

type PublicationCommand = Extract<
  FormCommand,
  'publish' | `${string}-publication` | `${string}-publication-withdrawal`
>;

const publicationInputs: Record<PublicationCommand, (report: MadeReport) => Fields> = {
  'propose-publication': (report) => ({
    ...ticked(report),
    [`reason.${report.id}`]: '写明理由',
    'reports[0].tasks[0].taskId': report.taskIds[0] ?? '',
    'reports[0].tasks[0].chosen.progress': 'on',
  }),
  publish: (report) => ({ ...ticked(report), intent: 'confirm', secrecyReviewedOn: '2020-04-02', isChecked: 'on' }),
  'decline-publication': (report) => ({ ...ticked(report), intent: 'decline', ...reason() }),
  'take-back-publication': none,
  'withdraw-publication': none,
  'explain-publication-withdrawal': reason,
};

/** The fields of each form besides the report and its version. */
export const commandInputs: Record<FormCommand, (report: MadeReport) => Fields> = {
  start: none,
  save: ({ taskIds: [taskId = ''] }) => ({
    intent: 'save',
    'entries[0].taskId': taskId,
    'entries[0].progress': '改写',
    'entries[0].light': 'normal',
  }),
  'request-sign-off': asMade,
  'take-back-sign-off': none,
  'send-back': reason,
  file: asMade,
  withdraw: none,
  'begin-review': none,
  accept: none,
  return: ({ taskIds: [taskId = ''] }) => ({
    returnDueOn: '2020-04-08',
    'reasons[0].taskId': taskId,
    'reasons[0].text': '请补充',
  }),
  remark: ({ taskIds: [taskId = ''] }) => ({ taskId, section: 'results', audience: 'division', text: '请核对数量。' }),
  'withdraw-remark': ({ remarkId = noRemark }) => ({ remarkId }),
  reopen: reason,
  'request-extension': () => ({ proposedOn: '2020-04-08', ...reason() }),
  'decide-extension': () => ({ decision: 'grant', grantedOn: '2020-04-08', note: '同意' }),
  'grant-extension': () => ({ grantedOn: '2020-04-08', ...reason() }),
  'take-back-extension': none,
  'open-late-filing': () => ({ act: 'open' }),
  'close-late-filing': () => ({ act: 'close' }),
  'remind-approver': none,
  'remind-reporter': none,
  chase: () => ({ submissionId: randomUUID(), subject: '【催办】', text: '请尽快报送。' }),
  contribute: ({ taskIds: [taskId = ''] }) => ({ taskId, section: 'results', text: '配合完成调研。' }),
  'withdraw-contribution': ({ contributionId = '' }) => ({ contributionId }),
  'decide-contribution': ({ contributionId = '' }) => ({ taken: contributionId }),
  ...publicationInputs,
};
