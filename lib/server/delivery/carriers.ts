import 'server-only';

/** What is carried to one person by one channel. */
export type Letter = {
  /** The same for every try, and of no other letter. */
  key: string;
  /** The mail address, the robot's URL or the phone number. */
  to: string;
  /** What a robot wants the call signed with; empty where it does not. */
  secret: string;
  subject: string;
  text: string;
};

/**
 * Asks whether the letter may go out, and records that from now on it may have arrived; rejects where it may not. A carrier
 * calls it once, when only the last byte is still missing at the receiver, who can do nothing without it.
 */
export type HandOver = () => Promise<void>;

export type Carrier = (letter: Letter, handOver: HandOver) => Promise<void>;

/**
 * The other side does not take the letter, in its words or by one of the portal's own codes (`deliveryProblems`);
 * `isFinal` where asking again is of no use.
 */
export class Declined extends Error {
  constructor(
    message: string,
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** Milliseconds of silence after which a carrier gives up; together less than the lease of a delivery. */
export const carrierPatience = { connecting: 10_000, answering: 30_000 } as const;
