import 'server-only';
import { BusyError } from './database-trouble';

/** Writes that wait for their turn on one report at once in this process; each of them holds a connection. */
const mostAtOnce = 5;
/** Milliseconds that further ones wait for one of these, before they are asked to come again. */
const longestWait = 700;

type Turns = { running: number; waiting: (() => void)[] };

const byReport = new Map<string, Turns>();

/** Waits until fewer than five writes on the report are running. Throws BusyError after 0.7 seconds. */
async function takeTurn(reportId: string): Promise<Turns> {
  const turns = byReport.get(reportId) ?? { running: 0, waiting: [] };
  byReport.set(reportId, turns);
  if (turns.running < mostAtOnce) {
    turns.running += 1;
    return turns;
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      turns.waiting.splice(turns.waiting.indexOf(take), 1);
      reject(new BusyError('too many writes on one report wait for one another'));
    }, longestWait);
    const take = () => {
      clearTimeout(timer);
      resolve();
    };
    turns.waiting.push(take);
  });
  return turns;
}

/**
 * Runs a write that waits for other writes on its report, such as saving a field. Where the report is locked for long,
 * further ones wait outside the pool, so that ten windows that try again leave the connections to everybody else. Throws
 * BusyError when it waited that long in vain.
 */
export async function inTurn<Value>(reportId: string, write: () => Promise<Value>): Promise<Value> {
  const turns = await takeTurn(reportId);
  try {
    return await write();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) byReport.delete(reportId);
  }
}
