import { messages } from './console-messages.mjs';

// Any Node version must be able to read this file, so it imports the rest only after checking that Node is new enough.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(messages.nodeTooOld(process.versions.node));
  process.exitCode = 1;
} else {
  import('./pinned-node.mjs').then(({ runPinned }) => runPinned('scripts/portal.ts', process.argv.slice(2)));
}
