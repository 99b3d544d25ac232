import { Icon } from "@/components/ui/icon";

/** The way to one's notices, with how many are unread. */
export function NoticeBell({ href, label, unread }: { href: string; label: string; unread: number }) {
  return (
    <a
      href={href}
      aria-label={label}
      className="relative grid size-10 place-items-center rounded-control hover:bg-deep-700 thumb:size-11 lg:hover:bg-mist-100"
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute top-0.5 right-0 min-w-5 rounded-full bg-phuong px-1 text-center font-semibold text-on-phuong text-xs leading-5"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </a>
  );
}
