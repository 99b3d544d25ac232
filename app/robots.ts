import type { MetadataRoute } from "next";
import { absolute } from "@/lib/web/public-metadata";

export const dynamic = "force-dynamic";

/** The workspaces are closed to strangers anyway; robots need not knock. */
export default function robots(): MetadataRoute.Robots {
  const workspaces = ["/staff", "/enterprise", "/school", "/my"];
  // With its end: `/en/enterprise` alone would also mean the public `/en/enterprises`.
  const closed = workspaces.flatMap((path) => [path, `/en${path}`]).flatMap((path) => [`${path}$`, `${path}/`]);
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...closed] },
    sitemap: absolute("/sitemap.xml"),
  };
}
