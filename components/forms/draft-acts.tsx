"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { Result } from "@/lib/core/result";
import { type OwnWords, useWords } from "./use-words";

/** Begins a draft and leads to it; a refusal is told in passing. */
export function BeginDraft<T>({
  label,
  variant,
  begin,
  address,
  words,
}: {
  label: string;
  variant?: "primary" | "secondary";
  begin: () => Promise<Result<T>>;
  /** Where what was begun stands. */
  address: (made: T) => string;
  words: OwnWords;
}) {
  const router = useRouter();
  const toast = useToast();
  const { sayRefusal } = useWords(words);
  const [pending, setPending] = useState(false);
  return (
    <Button
      variant={variant}
      icon="plus"
      aria-disabled={pending || undefined}
      onClick={async () => {
        if (pending) return;
        setPending(true);
        const result = await begin();
        setPending(false);
        if (result.ok) router.push(address(result.value));
        else toast.failed(sayRefusal(result));
      }}
    >
      {label}
    </Button>
  );
}

/** Throws a draft away, once asked, and leads to where it belonged. */
export function ThrowDraftAway<T>({
  label,
  title = label,
  drop,
  address,
  words,
  children,
}: {
  label: string;
  title?: string;
  drop: () => Promise<Result<T>>;
  address: (dropped: T) => string;
  words: OwnWords;
  /** What is lost. */
  children: ReactNode;
}) {
  const router = useRouter();
  const { sayRefusal } = useWords(words);
  return (
    <ConfirmDialog
      danger
      trigger={
        <Button variant="quiet" icon="trash">
          {label}
        </Button>
      }
      title={title}
      confirm={label}
      onConfirm={async () => {
        const result = await drop();
        if (!result.ok) return sayRefusal(result);
        router.push(address(result.value));
        return undefined;
      }}
    >
      {children}
    </ConfirmDialog>
  );
}
