"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useController } from "react-hook-form";
import { type FormFieldProps, part, useField } from "@/components/forms/fields";
import { Field, Input } from "@/components/ui/field";
import type { FileFacts } from "@/lib/files/problems";
import type { FilePurposeName } from "@/lib/files/purposes";
import { UploadLineView } from "./upload-line";
import { type UploadLine, useUploads } from "./use-uploads";

/** Phones offer their camera for these. Some browsers know HEIC by its extension only. */
const accepted = "application/pdf,image/jpeg,image/png,image/heic,.heic,.heif";

const none: readonly FileFacts[] = [];

/**
 * Files that go with a form, sent while the rest is filled in: each with its progress, going on after a broken connection
 * or a reloaded page, refused beside its name. The form keeps a list of keys, which the command attaches with `attachFile`.
 *
 * @param megabytes the largest file, from `largestFile()`
 * @param most files that the field takes
 * @param known what the page knows of files that the form begins with (`fileFacts`)
 * @param onUnderWay hears how many files are still to be sent
 */
export function UploadField({
  purpose,
  megabytes,
  most = 20,
  known = none,
  accept = accepted,
  onUnderWay,
  ...props
}: FormFieldProps & {
  purpose: FilePurposeName;
  megabytes: number;
  most?: number | undefined;
  known?: readonly FileFacts[] | undefined;
  accept?: string | undefined;
  onUnderWay?: ((count: number) => void) | undefined;
}) {
  const t = useTranslations("files");
  const { id, error } = useField(props.name);
  const { field } = useController({ name: props.name });
  const value: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const { lines, keys, add, goOn, canGoOn, remove } = useUploads(purpose, megabytes, known, value);
  const [tooMany, setTooMany] = useState<string | null>(null);
  const help = props.help ?? t("field.help", { maximum: megabytes });
  const { text, control, aria } = part(
    { ...props, help },
    tooMany ? t("field.most", { most, name: tooMany }) : error,
    id,
  );

  const { onChange } = field;
  const said = keys.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form hears of other keys only
  useEffect(() => {
    if (said !== value.join()) onChange(keys);
  }, [said]);

  const underWay = lines.filter(({ state }) => state === "waiting" || state === "sending").length;
  useEffect(() => onUnderWay?.(underWay), [onUnderWay, underWay]);
  const drop = useCallback(
    (line: UploadLine) => {
      setTooMany(null);
      void remove(line);
    },
    [remove],
  );

  function choose(chosen: readonly File[]) {
    const room = Math.max(0, most - lines.filter(({ state }) => state !== "refused").length);
    setTooMany(chosen[room]?.name ?? null);
    add(chosen.slice(0, room));
  }

  const news = lines.filter(({ state }) => state === "ready" || state === "refused" || state === "stopped").at(-1);
  return (
    <Field {...text}>
      <Input
        {...control}
        {...aria}
        type="file"
        multiple={most > 1}
        accept={accept}
        ref={field.ref}
        onBlur={field.onBlur}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file may be chosen again, to go on with it.
          event.target.value = "";
          choose(chosen);
        }}
      />
      {lines.length > 0 && (
        <ul aria-label={t("field.list")} className="rounded-control border border-mist-200">
          {lines.map((line) => (
            <UploadLineView key={line.id} line={line} canGoOn={canGoOn(line.id)} onGoOn={goOn} onRemove={drop} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {news && t(`said.${news.state as "ready" | "refused" | "stopped"}`, { name: news.name })}
      </p>
    </Field>
  );
}
