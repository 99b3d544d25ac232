import type { ServerResponse } from "node:http";

/** Addresses are of one language each; a browser may not guess types, leak addresses, frame us or use its sensors. */
const always: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** Two years, once the portal's own address is https; never on a machine of one's own, where it would lock http out. */
const strictTransport: [string, string] = ["Strict-Transport-Security", "max-age=63072000; includeSubDomains"];

/** Sets what every answer bears, whatever it is. */
export function setSecurityHeaders(response: ServerResponse, https: boolean): void {
  for (const [name, value] of always) response.setHeader(name, value);
  if (https) response.setHeader(...strictTransport);
}

/** For what is not a page (JSON, files, pictures): nothing in it may run or load anything. */
export const inertPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export interface PolicyOptions {
  /** The development server: hot reload evaluates code and talks over a web socket. */
  dev: boolean;
  https: boolean;
}

/**
 * Content security policy of a page. `scripts` are the sources beside our own files: one nonce, or the hashes of the
 * page's inline scripts. Inline styles are allowed (React's style attributes, the floating panels' positions); inline
 * scripts only so.
 */
export function pagePolicy(scripts: string[], { dev, https }: PolicyOptions): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts, ...(dev ? ["'unsafe-eval'"] : [])].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
