import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

/** The words of forms, which no other page of the workspace needs. */
export default function FormsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={["common", "reports", "forms", "imports"]}>{children}</ClientMessages>;
}
