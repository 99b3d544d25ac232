import { classes } from "@/components/ui/classes";

/** The name as a mark. `deep` on navy. */
export const Wordmark = ({ href, label, deep }: { href: string; label: string; deep?: boolean | undefined }) => (
  <a
    href={href}
    aria-label={label}
    className={classes("tap rounded-sm font-bold text-xl tracking-tight", deep ? "text-on-deep" : "text-harbour-900")}
  >
    <span>Heza</span>
    <span className={deep ? undefined : "text-phuong-600"}>Works</span>
  </a>
);
