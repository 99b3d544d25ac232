/** Letters and figures that nobody confuses on paper or on the phone: no 0/O, 1/I/L, U/V. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const length = 10;

/** A listing's code from random bytes (at least 10 good ones), as printed under the QR: `7K3MQ9XDAB`. 29^10 ≈ 4 · 10^14. */
export function verifyCode(random: (size: number) => Uint8Array): string {
  let code = "";
  while (code.length < length)
    for (const byte of random(16)) {
      // Bytes beyond the last whole multiple of 29 would favour the first letters.
      if (byte >= 232 || code.length === length) continue;
      code += alphabet[byte % alphabet.length];
    }
  return code;
}

/** A code as somebody typed it: spaces and dashes out, capitals. */
export const readVerifyCode = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();
