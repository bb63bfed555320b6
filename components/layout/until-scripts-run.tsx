'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** Says that a page does without scripts; styles show it some seconds after the page has come, unless scripts run by then. */
export function UntilScriptsRun({ children }: { children: ReactNode }) {
  const [isRunning, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  return isRunning ? null : <p className="browser-notice until-scripts-run">{children}</p>;
}
