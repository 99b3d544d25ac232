import type { IncomingMessage } from "node:http";

/** Headers under which our own server tells the pages what they cannot see; a visitor's own are overwritten. */
export const clientAddressHeader = "x-client-address";
/** Path and query of the page, to come back to after sign-in. */
export const requestPathHeader = "x-request-path";

/**
 * The address that makes a request: that of the connection, or, behind a proxy of ours, the last one of
 * `X-Forwarded-For`, which that proxy wrote. What stands before it the visitor may have written himself.
 */
export function clientAddress(
  connection: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustProxy: boolean,
): string {
  const forwarded = trustProxy ? [forwardedFor ?? []].flat().join(",").split(",").at(-1)?.trim() : undefined;
  return (forwarded || connection || "unknown").replace(/^::ffff:(?=\d+\.)/, "");
}

/** Writes both headers into a request before a page is rendered for it. */
export function tellRequestFacts(request: IncomingMessage, trustProxy: boolean): void {
  const { headers, socket, url = "/" } = request;
  headers[clientAddressHeader] = clientAddress(socket.remoteAddress, headers["x-forwarded-for"], trustProxy);
  headers[requestPathHeader] = url.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "");
}
