import type { ComponentProps, ElementType, ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type ButtonLook = {
  /** `primary` is the one red act of a page; `danger` is for acts that cannot be undone and always asks first. */
  variant?: "primary" | "secondary" | "quiet" | "danger" | "deep" | undefined;
  size?: "sm" | "md" | "lg" | undefined;
  /** Over the whole width, as on phones. */
  wide?: boolean | undefined;
};

const variants = {
  primary: "bg-phuong text-on-phuong hover:bg-phuong-deep",
  secondary: "border border-mist-300 bg-card text-harbour-700 hover:border-mist-400 hover:bg-mist-50",
  quiet: "text-harbour-600 hover:bg-harbour-50",
  danger: "border border-brick bg-card text-brick hover:bg-brick-50",
  deep: "border border-deep-500 text-on-deep hover:bg-deep-700",
};

const sizes = {
  sm: "min-h-8 gap-1.5 px-3 py-1 text-sm thumb:min-h-11",
  md: "min-h-10 gap-2 px-4 py-2 text-base thumb:min-h-11",
  lg: "min-h-12 gap-2 px-5 py-2.5 text-base",
};

/** For the rare element that must look like a button and is neither `Button` nor `LinkButton`. */
export const buttonClass = ({ variant = "secondary", size = "md", wide }: ButtonLook): string =>
  classes(
    "inline-flex items-center justify-center rounded-control text-center font-semibold leading-tight transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );

const content = (icon: IconName | undefined, children: ReactNode) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
  </>
);

export function Button({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  type = "button",
  ...rest
}: ButtonLook & ComponentProps<"button"> & { icon?: IconName | undefined }) {
  return (
    <button type={type} className={classes(buttonClass({ variant, size, wide }), className)} {...rest}>
      {content(icon, children)}
    </button>
  );
}

/** A link that looks like a button. In workspaces pass `as={Link}` of next/link. */
export function LinkButton({
  as: Anchor = "a",
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<"a"> & { href: string; as?: ElementType | undefined; icon?: IconName | undefined }) {
  return (
    <Anchor className={classes(buttonClass({ variant, size, wide }), className)} {...rest}>
      {content(icon, children)}
    </Anchor>
  );
}
