/** Header under which our own server tells the pages the address; whatever a visitor sends under it is overwritten. */
export const clientAddressHeader = "x-client-address";

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
