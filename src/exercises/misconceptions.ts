/**
 * The slips that calculus learners make most, named. A grader that recognises one can say what
 * happened instead of only that it did.
 */
export const signLost = 'The size is right and the sign is not.';
export const slopeSignLost =
  'The size is right and the sign is not. Check which way the function goes as x grows: up means a positive slope.';
export const factorTwoForgotten = 'Half of the answer: a factor 2 is missing.';
export const slopeFactorTwoForgotten =
  'Half of the answer: a factor 2 is missing. Did the exponent come down in front?';
export const factorTwoTooMany = 'Twice the answer: a factor 2 is counted once too often.';
export const notDifferentiated =
  'That is the function itself. The question asks for its slope: how fast it changes, not how high it is.';
export const integrated =
  'Your answer’s slope is the function in the question: you went the other way, and integrated.';
export const constantKept =
  'Right up to an added constant. A constant never changes, so its slope is 0.';
export const constantFactor =
  'Right up to a constant factor. Check the numbers in front of each term.';
export const ascent = 'That is the opposite direction, in which the function increases.';
export const opposite = 'Every sign is the wrong way round.';
export const wrongLength = 'The direction is right, the length is not.';
export const oppositeAndWrongLength =
  'That is the opposite direction, and the length is not right either.';
export const swapped = 'The numbers are right and stand in the opposite order.';
