import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi";

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
});
