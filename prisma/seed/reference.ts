import { dayToDate } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import type { Tx } from "@/lib/db/client";
import type { WageRegion } from "@/lib/db/generated/enums";
import { loadCalendar } from "./calendar";
import { readCsv } from "./csv";
import { loadForms } from "./forms/built-in";
import { loadObligations } from "./obligations";
import { occupations } from "./occupations";
import { loadSupportPolicy } from "./support-policy";

const data = (name: string) => new URL(`./data/${name}`, import.meta.url);
const reorganisation = "Nghị quyết số 1669/NQ-UBTVQH15";

/** Regional minimum wages, đồng a month (I, II, III, IV). Verified are those whose decree was read. */
const decrees = [
  {
    citation: "Nghị định số 38/2022/NĐ-CP",
    from: "2022-07-01",
    to: "2024-06-30",
    monthly: [4_680_000, 4_160_000, 3_640_000, 3_250_000],
    verified: false,
  },
  {
    citation: "Nghị định số 74/2024/NĐ-CP",
    from: "2024-07-01",
    to: "2025-12-31",
    monthly: [4_960_000, 4_410_000, 3_860_000, 3_450_000],
    verified: false,
  },
  {
    citation: "Nghị định số 293/2025/NĐ-CP",
    from: "2026-01-01",
    to: null,
    monthly: [5_310_000, 4_730_000, 4_140_000, 3_700_000],
    verified: true,
  },
] as const;
const regions: WageRegion[] = ["I", "II", "III", "IV"];

const zones = [
  { code: "DINH_VU_CAT_HAI", nameVi: "Khu kinh tế Đình Vũ – Cát Hải", nameEn: "Dinh Vu – Cat Hai Economic Zone" },
  {
    code: "SOUTH_COASTAL",
    nameVi: "Khu kinh tế ven biển phía Nam Hải Phòng",
    nameEn: "South Hai Phong Coastal Economic Zone",
  },
];

/** Former districts that the documents of 2023–2024 name; ended on 30/6/2025. Codes are of the old classification. */
const formerDistricts: [code: string, nameVi: string, nameEn: string, type: string][] = [
  ["303", "Quận Hồng Bàng", "Hong Bang District", "Quận"],
  ["306", "Quận Hải An", "Hai An District", "Quận"],
  ["308", "Quận Đồ Sơn", "Do Son District", "Quận"],
  ["311", "Thành phố Thủy Nguyên", "Thuy Nguyen City", "Thành phố"],
  ["312", "Quận An Dương", "An Duong District", "Quận"],
  ["313", "Huyện An Lão", "An Lao District", "Huyện"],
  ["315", "Huyện Tiên Lãng", "Tien Lang District", "Huyện"],
  ["316", "Huyện Vĩnh Bảo", "Vinh Bao District", "Huyện"],
  ["317", "Huyện Cát Hải", "Cat Hai District", "Huyện"],
];

/** Approximate positions for the drawn map, degrees; only of parks whose place is certain. */
const positions: Record<string, [latitude: number, longitude: number]> = {
  DINH_VU: [20.83, 106.77],
  NAM_DINH_VU: [20.81, 106.8],
  DEEP_C_3: [20.8, 106.88],
  VSIP: [20.91, 106.69],
  TRANG_DUE: [20.88, 106.56],
  NOMURA: [20.89, 106.6],
  AN_DUONG: [20.91, 106.58],
  NAM_CAU_KIEN: [20.93, 106.64],
  DO_SON: [20.74, 106.75],
  VINH_QUANG: [20.7, 106.48],
  TIEN_THANH: [20.72, 106.58],
};

/** `KCN Tràng Duệ` → `Tràng Duệ`. */
const short = (name: string) => name.replace(/^KCN /, "").replace(/ (Industrial (Park|Zone))$/, "");

/**
 * Writes the reference data: administrative units, zones, parks, wages, occupations, forms, obligations. Idempotent: a
 * second run changes
 * nothing but what the files say differently, and never what staff keep (wages and wage regions).
 */
export async function loadReferenceData(tx: Tx): Promise<void> {
  await loadUnits(tx);
  await loadParks(tx);
  await loadWages(tx);
  await loadCalendar(tx);
  await loadForms(tx);
  await loadObligations(tx);
  await loadSupportPolicy(tx);
  for (const { code, scheme, ...row } of occupations)
    await tx.occupation.upsert({
      where: { scheme_code: { scheme, code } },
      create: { scheme, code, ...row },
      update: row,
    });
}

async function loadUnits(tx: Tx): Promise<void> {
  const began = dayToDate("2025-07-01");
  for (const row of readCsv(data("administrative-units-2025-07-01.csv"))) {
    const key = { code: row.code ?? "", validFrom: began };
    const unit = {
      nameVi: row.name_vi ?? "",
      nameEn: row.name_en ?? "",
      type: row.type ?? "",
      formerProvince: row.former_province || null,
      latitude: row.lat_centroid ? Number(row.lat_centroid) : null,
      longitude: row.lon_centroid ? Number(row.lon_centroid) : null,
      // The file says "not I" where a lower region holds that it does not name: unknown here, not guessed.
      wageRegion: regions.find((region) => region === row.wage_region_2026) ?? null,
      legalBasis: reorganisation,
    };
    await tx.administrativeUnit.upsert({ where: { code_validFrom: key }, create: { ...key, ...unit }, update: unit });
  }
  for (const [code, nameVi, nameEn, type] of formerDistricts) {
    const key = { code, validFrom: dayToDate("2004-01-01") };
    const unit = {
      nameVi,
      nameEn,
      type,
      formerProvince: "Hải Phòng",
      validTo: dayToDate("2025-06-30"),
      legalBasis: reorganisation,
    };
    await tx.administrativeUnit.upsert({ where: { code_validFrom: key }, create: { ...key, ...unit }, update: unit });
  }
  // The island district became one special zone, the only succession of a whole district that is certain here.
  const [catHai, specialZone] = [
    await tx.administrativeUnit.findFirst({ where: { nameVi: "Huyện Cát Hải" } }),
    await tx.administrativeUnit.findFirst({ where: { nameEn: { startsWith: "Cat Hai Special" } } }),
  ];
  if (catHai && specialZone) {
    const key = { predecessorId: catHai.id, successorId: specialZone.id };
    await tx.administrativeUnitLineage.upsert({
      where: { predecessorId_successorId: key },
      create: { ...key, legalBasis: reorganisation },
      update: {},
    });
  }
}

async function loadParks(tx: Tx): Promise<void> {
  const zoneIds = new Map<string, number>();
  for (const { code, ...names } of zones) {
    const zone = await tx.economicZone.upsert({ where: { code }, create: { code, ...names }, update: names });
    zoneIds.set(code, zone.id);
  }
  for (const row of readCsv(data("industrial-parks.csv"))) {
    const code = row.code ?? "";
    const nameVi = row.name_vi ?? "";
    const nameEn = row.name_en ?? "";
    const position = positions[code];
    const park = {
      slug: slugify(short(nameVi)),
      nameVi,
      nameEn,
      shortNameVi: short(nameVi),
      shortNameEn: short(nameEn),
      zoneId: zoneIds.get(row.zone ?? "") ?? null,
      areaHa: row.area_ha ? Number(row.area_ha) : null,
      formerDistrict: row.former_district || null,
      latitude: position?.[0] ?? null,
      longitude: position?.[1] ?? null,
      confidence: row.confidence ?? "L",
    };
    const { id } = await tx.industrialPark.upsert({ where: { code }, create: { code, ...park }, update: park });
    for (const name of (row.aliases ?? "").split("|").filter(Boolean))
      await tx.industrialParkAlias.upsert({
        where: { parkId_name: { parkId: id, name } },
        create: { parkId: id, name },
        update: {},
      });
    await loadWageRegion(tx, id, row.former_district === "Cát Hải");
  }
}

/** Only where there are none yet: once entered, the wages are kept by staff, who add decrees and put amounts right. */
async function loadWages(tx: Tx): Promise<void> {
  if ((await tx.regionalMinimumWage.count()) > 0) return;
  await tx.regionalMinimumWage.createMany({
    data: decrees.flatMap(({ citation, from, to, monthly, verified }) =>
      regions.map((region, at) => ({
        region,
        monthly: monthly[at] ?? 0,
        validFrom: dayToDate(from),
        validTo: to && dayToDate(to),
        citation,
        verified,
      })),
    ),
  });
}

/**
 * All parks on the mainland are of region I by the annex of 2025; those on the island follow their special zone, and the
 * time before was not read in its decrees: both are to be confirmed. Kept by staff once entered, as the wages are.
 */
async function loadWageRegion(tx: Tx, parkId: number, island: boolean): Promise<void> {
  if ((await tx.parkWageRegion.count({ where: { parkId } })) > 0) return;
  await tx.parkWageRegion.createMany({
    data: [
      {
        parkId,
        region: "I",
        validFrom: dayToDate("2022-07-01"),
        validTo: dayToDate("2025-12-31"),
        citation: "Nghị định số 38/2022/NĐ-CP, số 74/2024/NĐ-CP, Phụ lục",
        verified: false,
      },
      {
        parkId,
        region: "I",
        validFrom: dayToDate("2026-01-01"),
        citation: "Nghị định số 293/2025/NĐ-CP, Phụ lục",
        verified: !island,
      },
    ],
  });
}
