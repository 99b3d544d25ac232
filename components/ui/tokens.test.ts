import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");

/** `--color-x: light-dark(#a, #b)` or one colour for both themes. */
const tokens = new Map(
  [...css.matchAll(/--color-([a-z0-9-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map((found) => [
    found[1] ?? "",
    { light: found[2] ?? found[4] ?? "", dark: found[3] ?? found[4] ?? "" },
  ]),
);

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "card", "mist-50", "harbour-50"];
const onAll = [
  "harbour-900",
  "harbour-700",
  "harbour-600",
  "mist-900",
  "mist-800",
  "mist-700",
  "mist-600",
  "phuong-700",
];

/** Text and what it stands on: at least 4.5 : 1. */
const text: [string, string][] = [
  ...grounds.flatMap((ground) => onAll.map((ink): [string, string] => [ink, ground])),
  ["phuong-600", "paper"],
  ["phuong-600", "card"],
  ["phuong-700", "phuong-50"],
  ["harbour-700", "harbour-100"],
  ["harbour-900", "harbour-100"],
  ["mist-700", "mist-100"],
  ["mist-600", "mist-100"],
  ["mist-500", "card"],
  ["leaf", "leaf-50"],
  ["leaf", "card"],
  ["leaf", "paper"],
  ["amber", "amber-50"],
  ["amber", "card"],
  ["amber", "paper"],
  ["brick", "brick-50"],
  ["brick", "card"],
  ["brick", "paper"],
  ["brick", "harbour-50"],
  ["on-phuong", "phuong"],
  ["on-phuong", "phuong-deep"],
  ["on-deep", "deep"],
  ["on-deep", "deep-700"],
  ["on-deep-quiet", "deep"],
  ["on-deep-quiet", "deep-700"],
];

/** Borders of fields, focus rings, bars: at least 3 : 1. */
const controls: [string, string][] = [
  ["mist-400", "card"],
  ["mist-400", "paper"],
  ["harbour-600", "card"],
  ["harbour-600", "paper"],
  ["harbour-600", "harbour-100"],
  ["brick", "card"],
  ["phuong-600", "paper"],
];

describe("colours of globals.css", () => {
  it("are found", () => {
    expect(tokens.size).toBeGreaterThan(30);
  });

  for (const theme of ["light", "dark"] as const) {
    it.each(text)(`${theme}: %s is readable on %s`, (ink, ground) => {
      expect(contrast(tokens.get(ink)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "")).toBeGreaterThanOrEqual(4.5);
    });
    it.each(controls)(`${theme}: %s can be told from %s`, (ink, ground) => {
      expect(contrast(tokens.get(ink)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "")).toBeGreaterThanOrEqual(3);
    });
  }
});
