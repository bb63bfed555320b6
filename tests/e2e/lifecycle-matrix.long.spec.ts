import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { formCommands } from '../support/command-forms';
import {
  everyRole,
  everyStatus,
  expectedAfter,
  expectedBefore,
  expectedCells,
  expectedEvents,
  ofSupporters,
  type Who,
} from '../support/expected-lifecycle';
import { Matrix } from '../support/matrix';
import { test } from '../support/pages/test';

// Every cell of status × command × role goes through the server actions of the built portal, called as a script of the
// page calls them, because the answer has the refusal. Each open cell is also posted as a form without any script, with
// one refused role. Each time a status, an agency, a time and a role are forged beside the fields of the form.

const strangers: Who[] = (['reporter', 'approver'] as const).map((role) => ({ role, ofOwnAgency: false }));
const supporters: Who[] = strangers.map((who) => ({ ...who, supports: true }));
const everybody: Who[] = [...everyRole.map((role) => ({ role, ofOwnAgency: true })), ...strangers, ...supporters];

let matrix: Matrix;

test.beforeAll(async () => {
  matrix = await Matrix.open(everybody, formCommands);
});

test.afterAll(() => matrix.close());

for (const status of everyStatus) {
  for (const command of formCommands) {
    test(`${status} × ${command}: the server action decides for every role as the design says`, async () => {
      const found = await matrix.call(status, command, everybody);
      expect(found).toEqual(matrix.expected(status, command, everybody));
    });
  }

  test(`${status}: a form posted without any script does what the design says`, async () => {
    for (const command of formCommands) {
      const by = expectedCells[status][command]?.by ?? [];
      const refused = everyRole.find((role) => !by.includes(role)) ?? 'leader';
      const to = expectedCells[status][command]?.to;
      for (const role of [...by, refused]) {
        const done = `${expectedEvents[command]} → ${expectedAfter(command)} → ${to}`;
        const outcome = by.includes(role) ? done : `${expectedBefore} → ${status}`;
        const supports = ofSupporters.includes(command) && by.includes(role);
        const posted = await matrix.post(status, command, { role, ofOwnAgency: !supports, supports });
        expect(`${command} by ${role}: ${posted}`).toBe(`${command} by ${role}: ${outcome}`);
      }
    }
  });
}

test('a report of another agency is answered with the same status and length as one that does not exist', async () => {
  const [stranger] = strangers as [Who];
  const { id } = await matrix.filedReport();
  const hidden = await matrix.answersTo(stranger, id);
  const absent = await matrix.answersTo(stranger, randomUUID());
  expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(hidden.map(({ body }) => body.length)).toEqual(absent.map(({ body }) => body.length));
});
