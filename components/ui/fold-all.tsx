"use client";

import { useState } from "react";
import { Button } from "./button";

/** Opens or closes at once all that folds within the element with the id `within`; `opened`: it stands open to begin with. */
export function FoldAll({
  within,
  opened: first,
  words,
}: {
  within: string;
  opened: boolean;
  words: { open: string; close: string };
}) {
  const [opened, setOpened] = useState(first);
  return (
    <Button
      size="sm"
      variant="quiet"
      icon="chevrons-up-down"
      aria-expanded={opened}
      aria-controls={within}
      onClick={() => {
        const folds = document.getElementById(within)?.querySelectorAll("details") ?? [];
        for (const fold of folds) fold.open = !opened;
        setOpened(!opened);
      }}
    >
      {opened ? words.close : words.open}
    </Button>
  );
}
