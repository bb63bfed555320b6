'use server';
import { routes } from '@/lib/routes';
import { requestExtensionSchema } from '@/lib/schemas/extension';
import { extensionDecisionSchema, grantExtensionSchema } from '@/lib/schemas/extension-decision';
import { comeBackTo, formAction, reload } from '@/lib/server/forms/action';
import { decideExtension, grantExtension, requestExtension } from './mutations';

/** Requests a later last day, with a reason; a day that is not a working day is refused. */
export const requestExtensionAction = formAction(
  requestExtensionSchema,
  ({ reportId, version, ...request }, context) => requestExtension(reportId, request, { ...context, version }),
  { done: reload },
);

/** Grants a request for more time, as requested or shorter, or refuses it, with a reason. */
export const decideExtensionAction = formAction(
  extensionDecisionSchema,
  ({ reportId, version, note, grantedOn }, context) =>
    decideExtension(reportId, { note, grantedOn }, { ...context, version }),
  { done: () => comeBackTo(`${routes.extensions()}?done=decide-extension`) },
);

/** Grants an unrequested extension, with a reason; a day that is not later than the deadline in force is refused. */
export const grantExtensionAction = formAction(
  grantExtensionSchema,
  ({ reportId, version, ...grant }, context) => grantExtension(reportId, grant, { ...context, version }),
  { done: ({ reportId }) => comeBackTo(`${routes.reportReview(reportId)}?done=grant-extension`) },
);
