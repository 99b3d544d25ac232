"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Upload } from "tus-js-client";
import type { Refusal } from "@/lib/core/result";
import type { FileFacts } from "@/lib/files/problems";
import { askState, prepareSending, takeBack } from "./send-file";

/** One file of a field, as its line shows it. */
export type UploadLine = {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  sent: number;
  /** Null until the portal knows it. */
  key: string | null;
  state: "waiting" | "sending" | "stopped" | "checking" | "ready" | "refused";
  why:
    | { refusal: Refusal }
    | { problem: string; params: FileFacts["params"] }
    | { stopped: "network" | "signed_out" }
    | null;
};

/** Sent at the same time; the others wait. */
const atOnce = 3;
const askEvery = 1_500;

let count = 0;

const lineOf = (facts: FileFacts): UploadLine => ({
  id: facts.key,
  name: facts.name,
  size: facts.size,
  sent: facts.received,
  key: facts.key,
  state:
    facts.state === "READY"
      ? "ready"
      : facts.state === "CHECKING"
        ? "checking"
        : facts.state === "REFUSED"
          ? "refused"
          : "stopped",
  why: facts.problem ? { problem: facts.problem, params: { ...facts.params, name: facts.name } } : null,
});

/**
 * The files of a field: what is on its way, what has come, what was refused. `keys` are those that the form may hand on.
 *
 * @param known what the page knows of files that were handed in before
 * @param kept keys that the form has, also such as the page says nothing of (a draft that was typed on another day)
 */
export function useUploads(purpose: string, megabytes: number, known: readonly FileFacts[], kept: readonly string[]) {
  const [lines, setLines] = useState<UploadLine[]>(() => known.filter(({ key }) => kept.includes(key)).map(lineOf));
  const [unasked, setUnasked] = useState(() => kept.filter((key) => !known.some((fact) => fact.key === key)));
  const files = useRef(new Map<string, { file: File; upload?: Upload }>());

  const change = useCallback(
    (id: string, more: Partial<UploadLine>) =>
      setLines((all) => all.map((line) => (line.id === id ? { ...line, ...more } : line))),
    [],
  );
  const goOn = useCallback((id: string) => change(id, { state: "waiting", why: null }), [change]);
  const remove = useCallback(async (line: UploadLine) => {
    const held = files.current.get(line.id);
    files.current.delete(line.id);
    setLines((all) => all.filter(({ id }) => id !== line.id));
    await held?.upload?.abort();
    if (line.key) await takeBack(line.key);
  }, []);

  const settle = (id: string, facts: FileFacts | null | undefined) => {
    if (facts === undefined) return;
    if (facts === null)
      return change(id, { state: "refused", why: { refusal: { ok: false, code: "file_not_found" } } });
    const { key, state, why } = lineOf(facts);
    change(id, { key, state, why, sent: facts.received });
  };

  async function send(id: string) {
    const held = files.current.get(id);
    if (!held) return;
    change(id, { state: "sending", why: null });
    held.upload ??= await prepareSending(held.file, purpose, {
      named: (key) => change(id, { key }),
      progress: (sent) => change(id, { sent }),
      sent: (key) => {
        change(id, { key, state: "checking" });
        void askState(key).then((facts) => settle(id, facts));
      },
      stopped: (stopped) => change(id, { state: "stopped", why: { stopped } }),
      refused: (refusal) => change(id, { state: "refused", why: { refusal } }),
    });
    // It may have been cancelled while the library came.
    if (files.current.has(id)) held.upload.start();
  }

  // What waits begins as soon as there is room.
  const room = lines.filter(({ state }) => state === "sending").length < atOnce;
  const next = room ? lines.find(({ state }) => state === "waiting") : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another line to begin is a reason
  useEffect(() => {
    if (next) void send(next.id);
  }, [next?.id]);

  // What is being checked is asked for until it is settled; also after the scanner was away for an hour.
  const checking = lines.filter(({ state, key }) => state === "checking" && key).map(({ id, key }) => `${id} ${key}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same files are asked for by the same timer
  useEffect(() => {
    if (checking.length === 0) return;
    const timer = setInterval(() => {
      if (document.hidden) return;
      for (const one of checking) {
        const [id = "", key = ""] = one.split(" ");
        void askState(key).then((facts) => settle(id, facts));
      }
    }, askEvery);
    return () => clearInterval(timer);
  }, [checking.join()]);

  // Keys of a draft of which the page says nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the form began with
  useEffect(() => {
    if (unasked.length === 0) return;
    void Promise.all(unasked.map(askState)).then((answers) => {
      const found = answers.flatMap((facts) => (facts ? [lineOf(facts)] : []));
      setLines((all) => [...found.filter(({ key }) => !all.some((line) => line.key === key)), ...all]);
      // Those that could not be asked for now stay in the form.
      setUnasked((all) => all.filter((_, at) => answers[at] === undefined));
    });
  }, []);

  // A page that goes away stops sending; what was sent is kept.
  useEffect(() => {
    const all = files.current;
    return () => {
      for (const { upload } of all.values()) void upload?.abort();
    };
  }, []);

  return {
    lines,
    keys: [
      ...unasked,
      ...lines.flatMap(({ key, state }) => (key && (state === "ready" || state === "checking") ? [key] : [])),
    ],
    add: (chosen: readonly File[]) => {
      const added = chosen.map((file): UploadLine => {
        const id = `file-${++count}`;
        const code = file.size === 0 ? "file_empty" : file.size > megabytes * 1_000_000 ? "file_too_large" : null;
        const line = { id, name: file.name, size: file.size, sent: 0, key: null };
        // Said here in the same words as there, without sending what will be refused.
        if (code)
          return {
            ...line,
            state: "refused",
            why: { refusal: { ok: false, code, params: { name: file.name, maximum: megabytes } } },
          };
        files.current.set(id, { file });
        return { ...line, state: "waiting", why: null };
      });
      setLines((all) => [...all, ...added]);
    },
    goOn,
    /** Whether a stopped line can go on without choosing the file again. */
    canGoOn: (id: string) => files.current.has(id),
    remove,
  };
}
