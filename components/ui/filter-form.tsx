import type { ElementType, ReactNode } from "react";
import { Button, LinkButton } from "./button";
import { TextField } from "./field";
import { Icon } from "./icon";

/**
 * The filters of a list as an ordinary form: the address is the state, and it works without script. `fixed` is kept from
 * the address; `search` is always seen, `children` (the fields) behind a word, open while one of them holds. Give it a
 * `key` of its state, so that after a link has changed the address the fields show it.
 */
export function FilterForm({
  action,
  fixed,
  search,
  words,
  active,
  clear,
  as,
  children,
}: {
  action: string;
  /** Names and values; those that are undefined are left out. */
  fixed: Record<string, string | undefined>;
  search: { id: string; label: string; value: string | undefined };
  words: { apply: string; clear: string; filters: string };
  /** Something is filtered: `clear` leads to the list without. */
  active: boolean;
  clear: string;
  as?: ElementType | undefined;
  children: ReactNode;
}) {
  return (
    <form action={action} className="my-4 flex flex-wrap items-end gap-2">
      {Object.entries(fixed).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <TextField
        fieldClass="min-w-56 flex-1 sm:max-w-md"
        name="q"
        id={search.id}
        type="search"
        label={search.label}
        hideLabel
        placeholder={search.label}
        defaultValue={search.value}
      />
      <Button type="submit" icon="search">
        {words.apply}
      </Button>
      {active && (
        <LinkButton as={as} href={clear} variant="quiet">
          {words.clear}
        </LinkButton>
      )}
      {/* Closed it stands in the row, open it takes the next. */}
      <details open={active} className="group open:basis-full">
        <summary className="tap list-none lg:min-h-10 gap-1.5 rounded-control px-2 font-semibold text-harbour-600 text-sm group-open:px-0">
          <Icon name="funnel" size={16} />
          {words.filters}
          <Icon name="chevron-down" size={16} className="group-open:rotate-180" />
        </summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">{children}</div>
      </details>
    </form>
  );
}
