import { useTranslations } from "next-intl";

type Contact = { id: number; fullName: string; title: string | null; phone: string; email: string | null };

/** Whom to call, with numbers that a telephone dials. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const t = useTranslations("reminders.late");
  if (contacts.length === 0) return <p className="text-mist-600 text-sm">{t("noContacts")}</p>;
  return (
    <ul className="space-y-1.5">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <span className="block">{[contact.fullName, contact.title].filter(Boolean).join(", ")}</span>
          <a
            href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}
            className="figures inline-flex min-h-8 items-center text-harbour-600 underline thumb:min-h-11"
          >
            {contact.phone}
          </a>
          {contact.email && <span className="block break-all text-mist-600 text-sm">{contact.email}</span>}
        </li>
      ))}
    </ul>
  );
}
