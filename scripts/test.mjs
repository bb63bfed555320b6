import { messages } from './console-messages.mjs';

// As in start.mjs: an old Node must be able to print the message about it.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(messages.nodeTooOld(process.versions.node));
  process.exitCode = 1;
} else {
  import('./pinned-node.mjs').then(({ runPinned }) =>
    runPinned('scripts/run-tests.ts', process.argv.slice(2), { withDevelopment: true }),
  );
}
