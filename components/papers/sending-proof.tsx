import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/paths";
import type { Sending } from "@/lib/papers/dissemination-queries";
import { writtenNumber } from "@/lib/papers/document-schema";

/** What shows that a sending took place: whom it reached, link, file, letter. */
export function SendingProof({ sending }: { sending: Sending }) {
  const t = useTranslations("papers.sendings");
  const locale = useLocale();
  const { receiver, link, file, document, batch } = sending;
  // The portal's own entry leads to the page in the reader's language.
  const address = sending.automatic ? href(locale, "batches", batch.year, batch.no) : link;
  return (
    <>
      {receiver && <span className="block text-mist-900">{receiver}</span>}
      {(address || file || document) && (
        <span className="flex flex-wrap gap-x-4 text-sm">
          {address && (
            <a className="link wrap-anywhere inline-flex items-center gap-1" href={address} rel="noopener">
              <Icon name="external-link" size={14} />
              {address.startsWith("/") ? t("publicPage") : address.replace(/^https?:\/\//, "").slice(0, 60)}
            </a>
          )}
          {file && (
            <a className="link wrap-anywhere inline-flex items-center gap-1" href={`/api/files/sendings/${sending.id}`}>
              <Icon name="file-text" size={14} />
              {file.name}
            </a>
          )}
          {document && <span className="text-mist-700">{t("withLetter", { number: writtenNumber(document) })}</span>}
        </span>
      )}
    </>
  );
}
