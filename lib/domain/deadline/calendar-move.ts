import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Deadline, NamedDeadline } from './deadline';

/** A period of an issued plan whose deadline the calendar gives otherwise than it is frozen. */
export type CalendarMove = {
  periodId: string;
  periodCode: PeriodCode;
  planCode: string;
  planTitle: string;
  officeId: string;
  office: string;
  before: NamedDeadline;
  after: Deadline;
  /** The reports that still lie with their agencies. */
  reports: number;
  /** The reports that have an extension, which stays. */
  extended: number;
  /** A coordinator has set the day by hand. */
  setByHand: boolean;
  /** The period would close at once. */
  isPast: boolean;
};
