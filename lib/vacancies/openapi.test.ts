import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi";
import { contentFields } from "./schema";

describe("the OpenAPI document", () => {
  const document = () => JSON.parse(JSON.stringify(openApiDocument("https://vieclam.example.vn")));

  it("is valid OpenAPI 3.1", async () => {
    await expect(SwaggerParser.validate(document())).resolves.toMatchObject({ openapi: "3.1.0" });
  });

  it("would be refused if it were not", async () => {
    const broken = document();
    delete broken.paths["/parks"].get.responses;
    broken.paths["/parks"].get.parameters = [{ name: 1 }];
    await expect(SwaggerParser.validate(broken)).rejects.toThrow();
  });

  it("describes every list with a page and a cursor", () => {
    const paths = document().paths;
    for (const path of ["/vacancies", "/batches", "/parks", "/batches/{year}/{no}/vacancies"]) {
      const names = paths[path].get.parameters.map((parameter: { name?: string; $ref?: string }) =>
        parameter.$ref ? parameter.$ref.split("/").at(-1) : parameter.name,
      );
      expect(names).toEqual(expect.arrayContaining(["limit", "cursor"]));
    }
  });

  it("says of every need's route that it wants a key, and of what is public that it wants none", () => {
    const { paths, components } = document();
    expect(components.securitySchemes.enterpriseKey).toMatchObject({ type: "http", scheme: "bearer" });
    for (const [path, operations] of Object.entries<Record<string, { security?: unknown }>>(paths))
      for (const [verb, { security }] of Object.entries(operations))
        expect(security !== undefined, `${verb} ${path}`).toBe(path.startsWith("/needs"));
  });

  it("names the fields of a need as the desk's form does, the park and the occupation by code", () => {
    const { properties, additionalProperties } = document().components.schemas.NeedContent;
    const expected = contentFields.map((field) => field.replace(/^(park|occupation)Id$/, "$1"));
    expect(Object.keys(properties).sort()).toEqual([...expected].sort());
    expect(additionalProperties).toBe(false);
    expect(properties.wageMin.anyOf ?? properties.wageMin).toBeTruthy();
  });
});
