import { expect, it } from "vitest";
import { shapes } from "./icon-shapes";

/** Names of ours that are plainer than the package's. */
const theirs: Record<string, string> = {
  warning: "triangle-exclamation-point",
  building: "building-complex",
  history: "rotate-ccw-clock",
};

it.each(Object.entries(shapes))("%s is drawn as in lucide", async (name, shape) => {
  const { __iconData } = await import(`../../node_modules/lucide-react/dist/esm/icons/${theirs[name] ?? name}.mjs`);
  const drawn = __iconData.node.map(([tag, { key: _, ...attributes }]: [string, Record<string, string>]) => [
    tag,
    attributes,
  ]);
  expect(shape).toEqual(drawn);
});
