import { z } from "zod";
import { policyDefinition } from "./policy";

/** Answer of `/api/v1/support-policy`. */
export const apiSupportPolicy = z
  .object({
    code: z.string().meta({ description: "Code of the policy, kept from version to version" }),
    name: z.object({ vi: z.string(), en: z.string() }),
    version: z.number().int(),
    inForceFrom: z.string().meta({ description: "First day of this version, YYYY-MM-DD" }),
    definition: policyDefinition.meta({
      description:
        "What is granted to whom. `verified: false`: not confirmed by the Authority; `value: null`: not known",
    }),
  })
  .meta({ id: "SupportPolicy" });
