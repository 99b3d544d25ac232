/** Weights of the first nine digits in the check digit of a tax code (mã số thuế; the General Department of Taxation's rule). */
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Check digit of nine digits: 10 − (weighted sum mod 11); null when that is 10, as such numbers are not given out. */
export function checkDigit(firstNine: string): number | null {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(firstNine[at]), 0);
  const digit = 10 - (sum % 11);
  return digit === 10 ? null : digit;
}

/**
 * The tax code in its one written form, `0200123456` or `0200123456-001` for a branch, from what a person typed (spaces,
 * dots and a missing hyphen are forgiven); null when it is none or its check digit is wrong.
 */
export function parseTaxCode(text: string): string | null {
  const digits = text.replace(/[\s.\-–]/g, "");
  if (!/^\d{10}(\d{3})?$/.test(digits)) return null;
  if (checkDigit(digits.slice(0, 9)) !== Number(digits[9])) return null;
  return digits.length === 10 ? digits : `${digits.slice(0, 10)}-${digits.slice(10)}`;
}
