/** Length is what makes a password hard to guess; no composition rules (NIST SP 800-63B). Counted in characters. */
export const passwordLength = { minimum: 10, maximum: 128 };

export type PasswordStrength = "short" | "fair" | "good";

/** A hint while one types; what is refused is decided by `passwordProblem` on the server. */
export function strengthOf(password: string): PasswordStrength {
  const length = [...password].length;
  const different = new Set(password).size;
  if (length < passwordLength.minimum) return "short";
  return length >= 14 && different >= 8 ? "good" : "fair";
}
