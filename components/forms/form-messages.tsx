"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { href } from "@/lib/i18n/paths";
import { flatErrors } from "./field-errors";
import { controlId, useFormInfo } from "./form-context";

/** Above the fields: what was restored, why the act was refused, and a link to each place that needs a correction. */
export function FormMessages() {
  const t = useTranslations("common");
  const format = useFormatter();
  const locale = useLocale();
  const { id, refusal, sayRefusal, failures, restored } = useFormInfo();
  const { errors } = useFormState();
  const problems = failures > 0 ? flatErrors(errors) : [];
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed submit takes the focus, nothing else does
  useEffect(() => {
    if (failures === 0) return;
    const found = problems.map(({ name }) => {
      const control = document.getElementById(controlId(id, name));
      const label = document.querySelector(`label[for="${CSS.escape(controlId(id, name))}"]`);
      return [name, (label ?? control?.querySelector("legend"))?.firstChild?.textContent ?? ""];
    });
    setLabels(Object.fromEntries(found));
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [failures]);

  const restoredAt =
    restored && format.dateTime(restored.at, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
  return (
    <>
      {restored && (
        <Notice
          kind={restored.outdated ? "waiting" : "info"}
          live
          title={t(restored.outdated ? "form.outdated" : "form.restored", { time: restoredAt ?? "" })}
          actions={
            <>
              {restored.outdated && (
                <Button size="sm" onClick={restored.take}>
                  {t("form.take")}
                </Button>
              )}
              <Button size="sm" variant="quiet" onClick={restored.discard}>
                {t("form.discard")}
              </Button>
            </>
          }
        />
      )}
      {(problems.length > 0 || refusal) && (
        <div
          ref={box}
          tabIndex={-1}
          role="alert"
          className="rounded-card border border-brick bg-brick-50 px-4 py-3 text-mist-900"
        >
          <p className="flex gap-2 font-semibold">
            <Icon name="warning" size={20} className="mt-0.5 text-brick" />
            {problems.length > 0 ? t("form.errorSummary", { count: problems.length }) : refusal && sayRefusal(refusal)}
          </p>
          {problems.length > 0 && refusal && refusal.code !== "invalid_input" && (
            <p className="mt-1 pl-7 text-sm">{sayRefusal(refusal)}</p>
          )}
          {problems.length > 0 && (
            <ul className="mt-1.5 list-disc space-y-1 pl-11 text-sm">
              {problems.map(({ name, message }) => (
                <li key={name}>
                  {name === "root" ? (
                    message
                  ) : (
                    <a
                      href={`#${controlId(id, name)}`}
                      className="rounded-sm text-brick underline underline-offset-2"
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(controlId(id, name))?.focus();
                      }}
                    >
                      {labels[name] ? `${labels[name]}: ` : ""}
                      {message}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
          {refusal?.code === "signed_out" && (
            <p className="mt-2.5 pl-7">
              <LinkButton size="sm" href={href(locale, "signIn")} target="_blank">
                {t("form.signInAgain")}
              </LinkButton>
            </p>
          )}
          {refusal?.code === "changed_meanwhile" && (
            <p className="mt-2.5 pl-7">
              <Button size="sm" icon="rotate-ccw" onClick={() => location.reload()}>
                {t("form.reload")}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** "Đã lưu 10:42": where what is typed stands. Put it beside the submit button or in the page's head. */
export function SaveStatus() {
  const t = useTranslations("common.form");
  const format = useFormatter();
  const { save } = useFormInfo();
  const clock = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit" });
  return (
    <p role="status" className="flex min-h-6 items-center gap-1.5 text-mist-600 text-sm">
      {save.kind === "here" && <>{t("draftHere")}</>}
      {save.kind === "saving" && <>{t("saving")}</>}
      {save.kind === "saved" && (
        <>
          <Icon name="check" size={15} className="text-leaf" />
          {t("savedAt", { time: clock(save.at) })}
        </>
      )}
      {save.kind === "retrying" && (
        <>
          <Icon name="wifi-off" size={15} className="text-amber" />
          {t("notSaved")}
        </>
      )}
    </p>
  );
}
