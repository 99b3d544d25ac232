"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { described, Field, Radio, Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import { href } from "@/lib/i18n/paths";
import { useImportWords } from "./use-import-words";

export type UploadKind = "NEEDS" | "ANNEX" | "REGISTER" | "ROSTER";

/** Same content, same key: a second click on the same file is the same request. */
async function keyOf(body: Blob): Promise<string> {
  const digest = await crypto.subtle?.digest("SHA-256", await body.arrayBuffer());
  const hash = digest ? Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("") : "";
  return `${hash}-${Math.floor(Date.now() / 10_000)}`;
}

/** Brings a table: dropped, chosen or pasted. It is checked away from this page; the reader is led to where it happens. */
export function Upload({
  kinds,
  place,
  megabytes,
  first,
}: {
  /** The kind that is chosen when the page opens. */
  first?: UploadKind | undefined;
  kinds: readonly UploadKind[];
  place: "enterprise" | "staff";
  megabytes: number;
}) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const router = useRouter();
  const { sayRefusal } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const fileId = useId();
  const [kind, setKind] = useState<UploadKind>(first ?? kinds[0] ?? "NEEDS");
  const [pasted, setPasted] = useState("");
  const [sending, setSending] = useState("");
  const [failure, setFailure] = useState("");
  const [over, setOver] = useState(false);

  async function send(body: Blob, name: string) {
    if (sending) return;
    setFailure("");
    // Said here in the same words as there, without sending what will be refused.
    if (body.size > megabytes * 1e6)
      return setFailure(
        sayRefusal({ ok: false, code: "table_unreadable", params: { reason: "too_large", maximum: megabytes } }),
      );
    setSending(name);
    try {
      const address = `/api/imports?${new URLSearchParams({ kind, name })}`;
      const headers = { "content-type": "application/octet-stream", "idempotency-key": await keyOf(body) };
      const response = await fetch(address, { method: "POST", body, headers });
      const result = (await response.json()) as Result<{ id: number }>;
      if (result.ok) return router.push(href(locale, place, "imports", result.value.id));
      setFailure(sayRefusal(result));
    } catch {
      setFailure(sayRefusal({ ok: false, code: "network" }));
    }
    setSending("");
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void send(file, file.name);
  }

  return (
    <Card title={t("upload.title")}>
      {kinds.length > 1 && (
        <fieldset className="mb-4">
          <legend className="mb-1 font-semibold text-harbour-900 text-sm">{t("upload.kind")}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {kinds.map((one) => (
              <Radio
                key={one}
                name="kind"
                value={one}
                label={t(`kind.${one}`)}
                checked={one === kind}
                onChange={() => setKind(one)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {failure && (
        <Notice kind="refused" live className="mb-4">
          {failure}
        </Notice>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={classes(
            "flex flex-col items-center justify-center gap-2 rounded-card border-2 border-dashed px-5 py-8 text-center",
            over ? "border-harbour-600 bg-harbour-50" : "border-mist-300",
          )}
        >
          <Icon name="upload" size={28} className="text-harbour-600" />
          <label htmlFor={fileId} className="font-semibold text-harbour-900">
            {t("upload.drop")}
          </label>
          <p id={`${fileId}-help`} className="max-w-[46ch] text-mist-600 text-sm">
            {t("upload.dropHelp", { size: megabytes })}
          </p>
          <input
            ref={input}
            id={fileId}
            type="file"
            accept=".xlsx,.csv,.txt,.tsv"
            aria-describedby={`${fileId}-help`}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) void send(file, file.name);
            }}
          />
          <Button
            variant="primary"
            icon="upload"
            className="mt-2"
            aria-disabled={sending !== "" || undefined}
            onClick={() => input.current?.click()}
          >
            {t("upload.choose")}
          </Button>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Field id="pasted" label={t("upload.paste")} help={t("upload.pasteHelp")}>
            <Textarea
              {...described("pasted", { help: t("upload.pasteHelp") })}
              name="pasted"
              rows={6}
              wrap="off"
              spellCheck={false}
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
              className="min-h-40 w-full font-mono text-sm"
            />
          </Field>
          <div>
            <Button
              aria-disabled={sending !== "" || undefined}
              onClick={() =>
                pasted.trim() === ""
                  ? setFailure(t("upload.nothingPasted"))
                  : void send(new Blob([pasted], { type: "text/plain" }), t("upload.pasteName"))
              }
            >
              {t("upload.send")}
            </Button>
          </div>
        </div>
      </div>
      <p role="status" className="mt-3 text-mist-700 text-sm empty:mt-0">
        {sending && t("upload.sending", { name: sending })}
      </p>
      <LinkButton
        variant="quiet"
        size="sm"
        icon="download"
        href={`/api/exports/import-templates/${kind.toLowerCase()}?locale=${locale}`}
      >
        {t("upload.template")}
      </LinkButton>
    </Card>
  );
}
