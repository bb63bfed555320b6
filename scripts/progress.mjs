import { messages } from './console-messages.mjs';

const heartbeat = 10_000;

/** Prints the beginning, progress and end of a task on the console; gives the task's value, or rejects as it does. */
export async function withProgress(title, work) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(messages.step(title));
  const timer = setInterval(() => console.log(messages.stepGoesOn(title, Math.round(Number(seconds())))), heartbeat);
  try {
    const value = await work();
    console.log(messages.stepDone(title, seconds()));
    return value;
  } catch (error) {
    console.error(messages.stepFailed(title, seconds()));
    throw error;
  } finally {
    clearInterval(timer);
  }
}
