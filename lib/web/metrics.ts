import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { type Place, places } from "@/lib/i18n/paths";

/**
 * Figures of this process for Prometheus, by hand: the text form has three kinds of line, and a library for it would bring
 * a tracing interface along. Held globally, because the server that counts and the route that tells are compiled apart.
 */
export type Sample = { labels?: Record<string, string>; value: number };
export type Family = { name: string; type: "counter" | "gauge" | "histogram"; help: string; samples: LineOf[] };
type LineOf = Sample & { suffix?: string };

/** Upper bounds in seconds: a static page takes a thousandth, a search some hundredths, an export seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Durations = { buckets: number[]; sum: number; count: number };
type Counted = { answers: Map<string, number>; durations: Map<string, Durations>; lag: IntervalHistogram };
const held = globalThis as typeof globalThis & { hezaCounted?: Counted };

function counted(): Counted {
  if (!held.hezaCounted) {
    const lag = monitorEventLoopDelay({ resolution: 20 });
    lag.enable();
    held.hezaCounted = { answers: new Map(), durations: new Map(), lag };
  }
  return held.hezaCounted;
}

const workspaces: Place[] = ["my", "enterprise", "school", "staff"];
const accounts: Place[] = ["signIn", "register", "invitation", "reset", "learning"];
const isBelow = (path: string, base: string) => path === base || path.startsWith(`${base}/`);
const isOneOf = (path: string, some: readonly Place[]) =>
  some.some((place) => isBelow(path, places[place].vi) || isBelow(path, places[place].en));

/** What kind of address a path is: few enough that each can be watched, whatever strangers ask for. */
export function routeClass(path: string): string {
  if (path.startsWith("/_next/")) return "build";
  if (isBelow(path, "/api/health") || isBelow(path, "/api/metrics")) return "monitoring";
  if (isBelow(path, "/api/exports")) return "export";
  if (isBelow(path, "/api/imports")) return "import";
  if (isBelow(path, "/api/auth")) return "account";
  if (path.startsWith("/api/")) return "api";
  if (path === places.jobs.vi || path === places.jobs.en) return "search";
  if (isOneOf(path, workspaces)) return "workspace";
  return isOneOf(path, accounts) ? "account" : "public";
}

/** Notes one answer; `status` 0 stands for a visitor who went away before it was sent. */
export function countAnswer(path: string, status: number, seconds: number): void {
  const { answers, durations } = counted();
  const kind = routeClass(path);
  const key = `${kind} ${status === 0 ? "aborted" : status}`;
  answers.set(key, (answers.get(key) ?? 0) + 1);
  let row = durations.get(kind);
  if (!row) {
    row = { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    durations.set(kind, row);
  }
  row.sum += seconds;
  row.count += 1;
  const at = bounds.findIndex((bound) => seconds <= bound);
  if (at >= 0) row.buckets[at] = (row.buckets[at] ?? 0) + 1;
}

function requestFamilies(): Family[] {
  const { answers, durations } = counted();
  const lines: LineOf[] = [];
  for (const [kind, { buckets, sum, count }] of durations) {
    let below = 0;
    for (const [at, bound] of bounds.entries()) {
      below += buckets[at] ?? 0;
      lines.push({ suffix: "_bucket", labels: { class: kind, le: String(bound) }, value: below });
    }
    lines.push({ suffix: "_bucket", labels: { class: kind, le: "+Inf" }, value: count });
    lines.push({ suffix: "_sum", labels: { class: kind }, value: sum });
    lines.push({ suffix: "_count", labels: { class: kind }, value: count });
  }
  return [
    {
      name: "heza_requests_total",
      type: "counter",
      help: "Answers by class of address and status.",
      samples: [...answers].map(([key, value]) => {
        const [kind = "", status = ""] = key.split(" ");
        return { labels: { class: kind, status }, value };
      }),
    },
    { name: "heza_request_seconds", type: "histogram", help: "From request to the end of its answer.", samples: lines },
  ];
}

function processFamilies(): Family[] {
  const { lag } = counted();
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  const lags = [0.5, 0.99].map((quantile) => ({
    labels: { quantile: String(quantile) },
    value: lag.count > 0 ? seconds(lag.percentile(quantile * 100)) : 0,
  }));
  // Each reading tells of the time since the one before.
  lag.reset();
  const gauge = (name: string, help: string, value: number): Family => ({
    name,
    type: "gauge",
    help,
    samples: [{ value }],
  });
  return [
    {
      name: "heza_event_loop_seconds",
      type: "gauge",
      help: "How long a timer of 20 ms takes, since the last reading: what is above 0.02 s is lag.",
      samples: lags,
    },
    gauge("process_resident_memory_bytes", "Memory of this process.", memory.rss),
    gauge("nodejs_heap_size_used_bytes", "JavaScript heap in use.", memory.heapUsed),
    {
      name: "process_cpu_seconds_total",
      type: "counter",
      help: "CPU of this process.",
      samples: [{ value: (cpu.user + cpu.system) / 1e6 }],
    },
    gauge("process_start_time_seconds", "When this process began.", Date.now() / 1_000 - process.uptime()),
  ];
}

/** What this process knows by itself. */
export const ownFamilies = (): Family[] => [...requestFamilies(), ...processFamilies()];

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

/** The text form of Prometheus, version 0.0.4. */
export function exposition(families: readonly Family[]): string {
  const blocks = families.map(({ name, type, help, samples }) => {
    const lines = samples.map(({ suffix = "", labels = {}, value }) => {
      const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
      return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
    });
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join("\n");
  });
  return `${blocks.join("\n")}\n`;
}
