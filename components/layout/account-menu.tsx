import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

/** Who is signed in, and what concerns only them. `children`: the form that signs out. Opens without script. */
export function AccountMenu({
  name,
  detail,
  links,
  children,
}: {
  name: string;
  detail?: ReactNode;
  links: readonly { href: string; label: string; icon?: IconName | undefined }[];
  children?: ReactNode;
}) {
  const t = useTranslations("common.nav");
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="flex min-h-10 max-w-56 thumb:min-h-11 thumb:min-w-11 justify-center items-center gap-2 rounded-control px-2.5 hover:bg-deep-700 lg:hover:bg-mist-100"
      >
        <Icon name="user" />
        <span className="sr-only">{t("account")}: </span>
        <span className="truncate max-sm:sr-only">{name}</span>
        <Icon name="chevron-down" size={15} className="max-sm:hidden" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="fixed inset-auto top-14 right-4 m-0 w-64 rounded-card border border-mist-200 bg-card p-2 text-mist-800 shadow-float lg:right-8"
      >
        <div className="border-mist-100 border-b px-3 pt-1 pb-2.5">
          <p className="font-semibold text-harbour-900">{name}</p>
          {detail && <p className="text-mist-600 text-sm">{detail}</p>}
        </div>
        <ul className="py-1.5">
          {links.map((link) => (
            <li key={link.href}>
              <a
                href={link.href}
                className="flex min-h-10 items-center gap-2.5 rounded-md px-3 py-2 hover:bg-harbour-50 thumb:min-h-11"
              >
                {link.icon && <Icon name={link.icon} size={16} />}
                {link.label}
              </a>
            </li>
          ))}
        </ul>
        {children && <div className="border-mist-100 border-t pt-1.5">{children}</div>}
      </div>
    </>
  );
}
