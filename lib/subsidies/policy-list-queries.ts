import { type Day, dateToDay } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PolicyVersionState } from "@/lib/db/generated/enums";
import { type PolicyVersion, policyVersion } from "./policy-queries";

export type PolicyLine = {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  citation: string;
  validFrom: Day;
  validTo: Day;
  versions: PolicyVersionLine[];
};

export type PolicyVersionLine = {
  id: number;
  no: number;
  state: PolicyVersionState;
  inForceFrom: Day | null;
  note: string | null;
  createdBy: string | null;
  decidedBy: string | null;
  /** Dossiers begun under it. */
  dossiers: number;
};

/** All policies with their versions, newest first; a handful, as a city has few of them. */
export async function policyLines(): Promise<PolicyLine[]> {
  const rows = await db().supportPolicy.findMany({
    orderBy: { validFrom: "desc" },
    take: 50,
    include: {
      versions: {
        orderBy: { no: "desc" },
        take: 100,
        select: {
          id: true,
          no: true,
          state: true,
          inForceFrom: true,
          note: true,
          createdBy: { select: { fullName: true } },
          decidedBy: { select: { fullName: true } },
          _count: { select: { dossiers: true } },
        },
      },
    },
  });
  return rows.map(({ versions, validFrom, validTo, ...policy }) => ({
    ...policy,
    validFrom: dateToDay(validFrom),
    validTo: dateToDay(validTo),
    versions: versions.map(({ inForceFrom, createdBy, decidedBy, _count, ...version }) => ({
      ...version,
      inForceFrom: inForceFrom && dateToDay(inForceFrom),
      createdBy: createdBy?.fullName ?? null,
      decidedBy: decidedBy?.fullName ?? null,
      dossiers: _count.dossiers,
    })),
  }));
}

export type RateReleaseLine = {
  id: number;
  rateCode: string;
  reason: string;
  by: string;
  at: string;
  revoked: { at: string; by: string | null; reason: string } | null;
};

export type PolicyVersionDetail = PolicyVersion & {
  version: number;
  state: PolicyVersionState;
  note: string | null;
  document: string | null;
  reason: string | null;
  decidedBy: string | null;
  retireReason: string | null;
  releases: RateReleaseLine[];
};

/** One version with how it was decided and what leaders released of it; null: there is none. */
export async function policyVersionDetail(id: number): Promise<PolicyVersionDetail | null> {
  const [version, row] = await Promise.all([
    policyVersion(id),
    db().supportPolicyVersion.findUnique({
      where: { id },
      select: {
        version: true,
        state: true,
        note: true,
        document: true,
        reason: true,
        retireReason: true,
        decidedBy: { select: { fullName: true } },
        releases: {
          orderBy: { id: "desc" },
          take: 200,
          include: { releasedBy: { select: { fullName: true } }, revokedBy: { select: { fullName: true } } },
        },
      },
    }),
  ]);
  if (!version || !row) return null;
  const { decidedBy, releases, ...rest } = row;
  return {
    ...version,
    ...rest,
    decidedBy: decidedBy?.fullName ?? null,
    releases: releases.map((one) => ({
      id: one.id,
      rateCode: one.rateCode,
      reason: one.reason,
      by: one.releasedBy.fullName,
      at: one.releasedAt.toISOString(),
      revoked: one.revokedAt && {
        at: one.revokedAt.toISOString(),
        by: one.revokedBy?.fullName ?? null,
        reason: one.revokeReason ?? "",
      },
    })),
  };
}
