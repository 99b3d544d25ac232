/** A bank account number as banks of Vietnam write them: 6 to 20 digits or capital letters. */
const shape = /^[0-9A-Z]{6,20}$/;

/** The number as people type it, with spaces, dots or dashes between; null when it is none. */
export function parseAccountNumber(text: string): string | null {
  const plain = text.replace(/[\s.\-–\u00a0']/g, "").toUpperCase();
  return shape.test(plain) && /\d{4}/.test(plain) ? plain : null;
}

/** The end by which people tell two numbers apart; of a short one less, so that never more than half is shown. */
export const lastDigitsOf = (number: string): string => number.slice(-Math.min(4, Math.floor(number.length / 2)));

/** How a number is shown. */
export const maskedAccount = (lastDigits: string): string => `••••${lastDigits}`;
