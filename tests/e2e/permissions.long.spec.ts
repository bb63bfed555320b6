import { expect } from '@playwright/test';
import { test } from '../support/pages/test';
import { actionRules, builtActions, callAs, everyAction } from '../support/permissions/actions';
import { everyRoute, unansweredMethods } from '../support/permissions/every-route';
import { openActions } from '../support/permissions/plan-actions';
import { addressIn, answerDue, type RouteRule, routeRules } from '../support/permissions/routes';
import { marks, type Scene, setScene } from '../support/permissions/scene';
import { keepEvents, letEventsBeStored, storedRows } from '../support/permissions/stored-rows';
import { type VisitorName, visitorNames } from '../support/permissions/visitors';
import { signingOut, type WritingRule, writingRules } from '../support/permissions/writing-routes';

let scene: Scene;

// Some thousand requests, which a busy machine answers slowly.
const longest = 600_000;
test.describe.configure({ timeout: longest });

test.beforeAll(async () => {
  test.setTimeout(longest);
  scene = await setScene();
});

test.afterAll(() => scene?.portal.stop());

/** The status of an answer, or the address to which it redirects. */
function outcomeOf({ status, headers }: Response): string {
  const location = headers.get('location');
  return status >= 300 && status < 400 && location ? new URL(location, scene.portal.url).pathname : String(status);
}

/** The texts in an answer that are not for the visitor. */
const leaksIn = (sent: string, name: VisitorName) =>
  marks.flatMap(([text, readers]) => (sent.includes(text) && !readers.includes(name) ? [text] : []));

type Outcomes = Record<string, string>;

/** The answers of the routes to somebody, and those that are due. */
async function answersTo(
  name: VisitorName,
  rules: Record<string, RouteRule & Partial<WritingRule>>,
  headers: HeadersInit = {},
) {
  const found: Outcomes = {};
  const expected: Outcomes = {};
  for (const [pattern, rule] of Object.entries(rules)) {
    const init = rule.init?.(scene) ?? {};
    const response = await scene.visitors[name].request(addressIn(rule, scene), { headers, ...init });
    const leaks = leaksIn(await response.text(), name);
    found[pattern] = [outcomeOf(response), ...leaks].join(' and shows ');
    expected[pattern] = answerDue(rule, name);
  }
  return { found, expected };
}

test('every page and route is in the table', () => {
  const read = Object.keys(routeRules).map((pattern) => pattern.replace(/#.*/, ''));
  const known = new Set([...read, ...Object.keys(writingRules), signingOut]);
  expect([...known].toSorted()).toEqual(everyRoute.toSorted());
});

test('every action is in the table, and the portal knows it', () => {
  const known = [...Object.keys(actionRules), ...openActions].toSorted();
  expect(everyAction.toSorted()).toEqual(known);
  expect([...builtActions().keys()].toSorted()).toEqual(known);
});

for (const name of visitorNames) {
  test(`the pages, exports and routes as ${name} finds them`, async () => {
    const { found, expected } = await answersTo(name, routeRules);
    expect(found).toEqual(expected);
  });
}

test('a page that is asked for by a script shows nobody more than the whole page', async () => {
  const shown: Outcomes = {};
  await Promise.all(
    visitorNames.map(async (name) => {
      const { found } = await answersTo(name, routeRules, { RSC: '1' });
      for (const [pattern, answer] of Object.entries(found))
        if (answer.includes('shows')) shown[`${pattern} to ${name}`] = answer;
    }),
  );
  expect(shown).toEqual({});
});

test('a method that no page and no route has changes nothing', async () => {
  const before = await storedRows(scene.portal);
  const wrong: Outcomes = {};
  for (const { method, address } of unansweredMethods) {
    const rule = routeRules[address] ?? { ...writingRules[`POST ${address}`] };
    const at = rule.at ? addressIn(rule as RouteRule, scene) : address;
    const response = await scene.visitors.chiefCoordinator.request(at, {
      method,
      body: method === 'GET' ? null : '{}',
    });
    await response.arrayBuffer();
    if (response.status < 400 && !address.includes('/api/')) continue;
    if (response.status < 400) wrong[`${method} ${address}`] = outcomeOf(response);
  }
  expect(wrong).toEqual({});
  expect(await storedRows(scene.portal)).toEqual(before);
});

test('the routes that write refuse everybody for whom they are not, and write nothing', async () => {
  const before = await storedRows(scene.portal);
  for (const [pattern, rule] of Object.entries(writingRules)) {
    for (const name of visitorNames.filter((each) => !rule.for.includes(each))) {
      const { found, expected } = await answersTo(name, { [pattern]: rule });
      expect({ name, ...found }).toEqual({ name, ...expected });
    }
  }
  expect(await storedRows(scene.portal)).toEqual(before);
});

const denials = ['signed-out', 'not-found', 'forbidden'];

test('every action is refused to everybody for whom it is not, and writes nothing', async () => {
  const before = await storedRows(scene.portal);
  const wrong: Outcomes = {};
  for (const [action, rule] of Object.entries(actionRules)) {
    for (const name of visitorNames.filter((each) => !rule.for.includes(each))) {
      const { state, sent } = await callAs(scene, name, action);
      const outcome = [state, ...leaksIn(sent, name)].join(' and shows ');
      if (![...denials, rule.otherRefusal].includes(outcome)) wrong[`${action} by ${name}`] = outcome;
    }
  }
  expect(wrong).toEqual({});
  expect(await storedRows(scene.portal)).toEqual(before);
});

test('with the same fields every action is carried out for those for whom it is, up to the event that it records', async () => {
  await keepEvents(scene.portal);
  // A message that is read leaves no event.
  const stored = async () => ({ ...(await storedRows(scene.portal)), Notification: null });
  const before = await stored();
  const wrong: Outcomes = {};
  for (const [action, rule] of Object.entries(actionRules)) {
    for (const name of rule.for) {
      const { state } = await callAs(scene, name, action);
      if (state !== (rule.carriedOut ?? 'failed')) wrong[`${action} by ${name}`] = state;
    }
  }
  expect(wrong).toEqual({});
  expect(await stored()).toEqual(before);
  await letEventsBeStored(scene.portal);
});

test('the routes that write take what is sent by those for whom they are', async () => {
  for (const [pattern, rule] of Object.entries(writingRules)) {
    for (const name of rule.for) {
      const { found, expected } = await answersTo(name, { [pattern]: rule });
      expect({ name, ...found }).toEqual({ name, ...expected });
    }
  }
});
