import { samples } from '../sample-files';
import type { RouteRule } from './routes';
import type { Scene } from './scene';
import { type VisitorName, who } from './visitors';

export type WritingRule = RouteRule & { init: (scene: Scene) => RequestInit };

/** A reader of the report is told that it is not his to write; for all others there is none. */
const notTheirs = (name: VisitorName) => ((who.office as readonly VisitorName[]).includes(name) ? '403' : '404');

/** The rules for the routes that write, each with what it is sent. */
const rules: Record<string, WritingRule> = {
  'POST /api/evidence': {
    at: ({ reports: { draft } }) => `/api/evidence?report=${draft.id}&task=${draft.taskIds[0]}`,
    ...{ for: who.agency, opens: '201', others: notTheirs, signedOut: '401' },
    init: () => ({
      method: 'POST',
      body: new Uint8Array(samples.pdf),
      headers: { 'X-File-Name': 'b.pdf' },
    }),
  },
  'PUT /api/filing/reports/[reportId]/fields': {
    at: ({ reports: { draft } }) => `/api/filing/reports/${draft.id}/fields`,
    ...{ for: who.agency, opens: '200', others: notTheirs, signedOut: '401' },
    init: ({ reports: { draft } }) => ({
      method: 'PUT',
      body: JSON.stringify({
        changes: [{ taskId: draft.taskIds[0], field: 'progress', version: 0, content: '改写' }],
      }),
    }),
  },
  'POST /api/live/reports/[reportId]/presence': {
    at: ({ reports: { draft } }) => `/api/live/reports/${draft.id}/presence`,
    ...{ for: who.agency, opens: '204', others: '404', signedOut: '404' },
    init: () => ({
      method: 'POST',
      body: JSON.stringify({ tabId: '018f0000-0000-7000-8000-000000000001', taskId: null }),
    }),
  },
  'POST /api/plans/imports': {
    at: ({ ids }) => `/api/plans/imports?office=${ids.office}`,
    ...{ for: who.coordinators, opens: '201', others: '404', signedOut: '401' },
    init: () => ({
      method: 'POST',
      body: '序号,任务,牵头单位\n1,治理河道,市水务局\n',
      headers: { 'X-File-Name': 'a.csv' },
    }),
  },
};

/** There is nothing under any other address of the open data, whatever the method. */
const nothing = (method: string): Record<string, WritingRule> => ({
  [`${method} /api/v1/[...path]`]: {
    ...{ at: '/api/v1/nothing', for: who.everybody, opens: '404', others: '404', signedOut: '404' },
    init: () => ({ method }),
  },
});

/** It ends the session of whoever sends it, and nobody else's. */
export const signingOut = 'POST /sign-out';

/** The rules for every route that is sent something. */
export const writingRules: Record<string, WritingRule> = {
  ...rules,
  ...nothing('POST'),
  ...nothing('PUT'),
  ...nothing('PATCH'),
  ...nothing('DELETE'),
};
