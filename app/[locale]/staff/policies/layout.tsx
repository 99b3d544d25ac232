import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

/** The words of policies, which no other page of the workspace needs; of forms those that any list of lines has. */
export default function PoliciesLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={["common", "subsidies", "policies", "forms"]}>{children}</ClientMessages>;
}
