import { messages } from './console-messages.mjs';

/** The programs of the commands of package.json, some of which install missing packages first. */
const programs = {
  start: { script: 'scripts/portal.ts', installs: true },
  build: { script: 'scripts/build-portal.ts', installs: true },
  serve: { script: 'scripts/serve.ts', installs: false },
};

// Any Node version must be able to read this file, so it imports the rest only after checking that Node is new enough.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(messages.nodeTooOld(process.versions.node));
  process.exitCode = 1;
} else {
  const [named, ...others] = process.argv.slice(2);
  const isNamed = named !== undefined && named in programs;
  const { script, installs } = programs[isNamed ? named : 'start'];
  const args = isNamed ? others : process.argv.slice(2);
  import('./pinned-node.mjs').then(({ runPinned }) => runPinned(script, args, { installs }));
}
