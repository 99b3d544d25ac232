/** Leads on, once: no cache keeps where to. */
export const elsewhere = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });
