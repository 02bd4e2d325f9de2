/**
 * A formula that cannot be read, with the stretch of text that is at fault, so that an input can
 * mark it. The message is written for the reader and counts positions from 1.
 */
export class ExpressionError extends Error {
  /** Index of the first character at fault, from 0. */
  readonly position: number;
  /** How many characters are at fault; 0 where something is missing. */
  readonly length: number;

  constructor(message: string, position: number, length: number) {
    super(message);
    this.name = 'ExpressionError';
    this.position = position;
    this.length = length;
  }
}
