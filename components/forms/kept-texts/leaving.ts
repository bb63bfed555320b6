import { useEffect } from 'react';

/** A part of the page that may hold unfinished work. */
export type Unfinished = {
  /** The sentence that asks before what would be lost is left; null where nothing would be. */
  question: () => string | null;
  /** Saves what can be saved; gives when that has ended, however it ended. */
  save?: () => Promise<unknown>;
};

const parts = new Set<Unfinished>();

const questions = () => [...parts].flatMap((part) => part.question() ?? []);

/** The browser asks in words of its own, and only where something would be lost. */
function askToLeave(event: BeforeUnloadEvent): void {
  if (questions().length === 0) return;
  event.preventDefault();
  // Chromium before version 119 asks only for this.
  event.returnValue = true;
}

/** Asks before the page is left or its account signs out, as long as the part has a question. */
export function useUnfinished(part: Unfinished | null): void {
  useEffect(() => {
    if (!part) return;
    if (parts.size === 0) window.addEventListener('beforeunload', askToLeave);
    parts.add(part);
    return () => {
      parts.delete(part);
      if (parts.size === 0) window.removeEventListener('beforeunload', askToLeave);
    };
  }, [part]);
}

/** Lets every part of the page save, and gives the questions that are left. */
export async function saveEverything(): Promise<string[]> {
  await Promise.all([...parts].map((part) => part.save?.()));
  return questions();
}

/** Lets the page be left once its author has answered the questions. */
export function leaveWithoutQuestion(): void {
  parts.clear();
  window.removeEventListener('beforeunload', askToLeave);
}
