import 'server-only';

/** A message to one person over one channel. */
export type OutgoingMessage = {
  /** The same for every attempt, and unique to this message. */
  key: string;
  /** The mail address, the robot's URL or the phone number. */
  to: string;
  /** The key with which a robot wants the call signed; empty for unsigned calls. */
  secret: string;
  subject: string;
  text: string;
};

/**
 * Asks whether the message may be sent, and records that it may have arrived from now on; rejects where it may not. A
 * sender calls it once, when the receiver has everything but the final byte and can do nothing without it.
 */
export type BeforeFinalByte = () => Promise<void>;

export type Sender = (outgoing: OutgoingMessage, beforeFinalByte: BeforeFinalByte) => Promise<void>;

/**
 * The other side does not accept the message. The text is its answer or one of the portal's own codes
 * (`deliveryProblems`); `isFinal` where another attempt is of no use.
 */
export class Declined extends Error {
  constructor(
    message: string,
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** Timeouts of a sender in milliseconds without an answer; together less than the lease of a delivery. */
export const senderTimeouts = { connecting: 10_000, answering: 30_000 } as const;
