"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { described, Field, Radio, SelectField, Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import type { ImportKind } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { type ImportPlace, kindWords } from "./places";
import { useImportWords } from "./use-import-words";

/** A report that a school's programmes may go into, as its reader names it. */
export type UploadReport = { id: number; name: string };

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
  reports = [],
  report,
}: {
  /** The kind that is chosen when the page opens. */
  first?: ImportKind | undefined;
  kinds: readonly ImportKind[];
  place: ImportPlace;
  /** Where programmes may go now, and which of them is chosen when the page opens. */
  reports?: readonly UploadReport[];
  report?: number | undefined;
  megabytes: number;
}) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const router = useRouter();
  const { sayRefusal } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const fileId = useId();
  const [kind, setKind] = useState<ImportKind>(first ?? kinds[0] ?? "NEEDS");
  const [reportId, setReportId] = useState(String((reports.find(({ id }) => id === report) ?? reports[0])?.id ?? ""));
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
      const target: Record<string, string> = kind === "COHORTS" && reportId !== "" ? { report: reportId } : {};
      const address = `/api/imports?${new URLSearchParams({ kind, name, ...target })}`;
      const key = `${await keyOf(body)}-${kind}${reportId}`;
      const headers = { "content-type": "application/octet-stream", "idempotency-key": key };
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
                label={t(`kind.${kindWords(one, place)}`)}
                checked={one === kind}
                onChange={() => setKind(one)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {kind === "COHORTS" && reports.length === 0 && (
        <Notice kind="waiting" className="mb-4">
          {t("refusal.no_open_call")}
        </Notice>
      )}
      {kind === "COHORTS" && reports.length > 1 && (
        <SelectField
          name="report"
          label={t("upload.report")}
          value={reportId}
          onChange={(event) => setReportId(event.target.value)}
          choices={reports.map(({ id, name }) => ({ value: String(id), label: name }))}
          fieldClass="mb-4 max-w-measure"
        />
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
