import { createTranslator } from 'use-intl/core';
import { portalZone } from '@/lib/domain/calendar/civil-date';
import messages from './zh-CN.json';

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: 'zh-CN';
    Messages: typeof messages;
  }
}

/** The only translator: keys are typed, and a missing key or value throws. */
export const t = createTranslator({
  locale: 'zh-CN',
  messages,
  timeZone: portalZone,
  onError(error) {
    throw error;
  },
});
