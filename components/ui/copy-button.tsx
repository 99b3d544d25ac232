"use client";

import { useState } from "react";
import { Button } from "./button";

/** Puts a text on the clipboard and says so. Browsers without a clipboard say nothing: the text can be marked by hand. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}>
        {label}
      </Button>
      <span role="status" className="text-sm">
        {copied ? done : ""}
      </span>
    </span>
  );
}
