import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";

/** Light ↔ dark; public/theme.js does it, so it is not offered without script. */
export function ThemeToggle({ label, className }: { label: string; className?: string | undefined }) {
  return (
    <button
      type="button"
      data-theme-toggle=""
      aria-label={label}
      title={label}
      className={classes(
        "needs-script grid size-10 place-items-center thumb:size-11 rounded-control text-mist-700 hover:bg-mist-100 hover:text-harbour-900",
        className,
      )}
    >
      <Icon name="sun" className="theme-dark-only" />
      <Icon name="moon" className="theme-light-only" />
    </button>
  );
}
