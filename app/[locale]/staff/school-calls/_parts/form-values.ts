import type { CallContent } from "@/lib/cohorts/call-schema";

const blank = { kinds: [], provinces: [], ids: [] };

/** What the form opens with: each kind of recipients keeps its own fields, so that trying another loses nothing. */
export const valuesOf = (content: CallContent) => ({
  content: {
    ...content,
    signerTitle: content.signerTitle ?? "",
    signerName: content.signerName ?? "",
    contactName: content.contactName ?? "",
    contactPhone: content.contactPhone ?? "",
    recipients: { ...blank, ...content.recipients },
  },
});
