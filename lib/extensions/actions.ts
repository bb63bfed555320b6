'use server';
import { routes } from '@/lib/routes';
import { requestExtensionSchema } from '@/lib/schemas/extension';
import { extensionDecisionSchema, grantExtensionSchema } from '@/lib/schemas/extension-decision';
import { reportCommandSchema } from '@/lib/schemas/report';
import { comeBackTo, formAction, reload, reloadAlways } from '@/lib/server/forms/action';
import { decideExtension, grantExtension, requestExtension, takeBackExtension } from './mutations';

/** Requests a later last day, with a reason; a day that is not a working day is refused. */
export const requestExtensionAction = formAction(
  requestExtensionSchema,
  ({ reportId, version, ...request }, context) => requestExtension(reportId, request, { ...context, version }),
  { done: reload },
);

/** Takes the pending request back. */
export const takeBackExtensionAction = formAction(
  reportCommandSchema,
  ({ reportId, version }, context) => takeBackExtension(reportId, { ...context, version }),
  reloadAlways,
);

/** Grants a request for more time, as requested or shorter, or refuses it; the day as requested needs no reason. */
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
