import { dateToDay, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { keepsPlaces, successionOf } from "./rules";
import { parkAliases, parkRegion, wageDecree, wageRegions } from "./schema";

const tooEarly = refuse("invalid_input", { fields: [{ path: ["validFrom"], code: "beforeLatest" }] });

/**
 * Enters a decree on regional minimum wages: the wages so far end the day before. The same first day as the latest decree
 * puts that one right. Past decrees stay as they are: vacancies were judged by them.
 */
export const saveWageDecree = command({
  name: "places.saveWageDecree",
  input: wageDecree,
  may: keepsPlaces,
  run: async ({ tx, input, about, changed }) => {
    about({ type: "minimumWage", id: input.validFrom });
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('RegionalMinimumWage', 0))`;
    const newest = await tx.regionalMinimumWage.findFirst({
      orderBy: { validFrom: "desc" },
      select: { validFrom: true },
    });
    const latest = newest && dateToDay(newest.validFrom);
    if (latest !== input.latest) return refuse("changed_meanwhile");
    const succession = successionOf(latest, input.validFrom);
    if (succession.kind === "tooEarly") return tooEarly;
    if (newest && succession.kind === "ends")
      await tx.regionalMinimumWage.updateMany({
        where: { validFrom: newest.validFrom },
        data: { validTo: dayToDate(succession.on) },
      });
    const { citation, verified } = input;
    for (const region of wageRegions) {
      const key = { region, validFrom: dayToDate(input.validFrom) };
      const data = { monthly: input[region], citation, verified };
      await tx.regionalMinimumWage.upsert({
        where: { region_validFrom: key },
        create: { ...key, ...data },
        update: data,
      });
    }
    changed("public", "vacancies");
    return ok({ validFrom: input.validFrom });
  },
});

/** Says of which wage region a park is from a day on; the region so far ends the day before. */
export const saveParkRegion = command({
  name: "places.saveParkRegion",
  input: parkRegion,
  may: keepsPlaces,
  run: async ({ tx, input, about, changed }) => {
    const { parkId, region, citation, verified } = input;
    about({ type: "park", id: parkId });
    // Held until the end: two regions entered at once come one after the other.
    const [park] = await tx.$queryRaw<
      { id: number }[]
    >`select id from "IndustrialPark" where id = ${parkId} for update`;
    if (!park) return refuse("not_found");
    const newest = await tx.parkWageRegion.findFirst({ where: { parkId }, orderBy: { validFrom: "desc" } });
    const latest = newest && dateToDay(newest.validFrom);
    if (latest !== input.latest) return refuse("changed_meanwhile");
    const succession = successionOf(latest, input.validFrom);
    if (succession.kind === "tooEarly") return tooEarly;
    if (newest && succession.kind === "replaces")
      await tx.parkWageRegion.update({ where: { id: newest.id }, data: { region, citation, verified } });
    else {
      if (newest && succession.kind === "ends")
        await tx.parkWageRegion.update({ where: { id: newest.id }, data: { validTo: dayToDate(succession.on) } });
      await tx.parkWageRegion.create({
        data: { parkId, region, validFrom: dayToDate(input.validFrom), citation, verified },
      });
    }
    about({ type: "park", id: parkId }, { before: newest?.region ?? null, after: region });
    changed("public", "vacancies", `park:${parkId}`);
    return ok({ id: parkId });
  },
});

/** Replaces the other names of a park; the search finds its listings under them. */
export const saveParkAliases = command({
  name: "places.saveParkAliases",
  input: parkAliases,
  may: keepsPlaces,
  run: async ({ tx, input, about, changed }) => {
    const { parkId, aliases } = input;
    about({ type: "park", id: parkId });
    const [park] = await tx.$queryRaw<
      { id: number }[]
    >`select id from "IndustrialPark" where id = ${parkId} for update`;
    if (!park) return refuse("not_found");
    const rows = await tx.industrialParkAlias.findMany({ where: { parkId }, select: { name: true } });
    const before = rows.map((row) => row.name).sort();
    if (JSON.stringify(before) !== JSON.stringify([...input.known].sort())) return refuse("changed_meanwhile");
    await tx.industrialParkAlias.deleteMany({ where: { parkId, name: { notIn: aliases } } });
    await tx.industrialParkAlias.createMany({
      data: aliases.filter((name) => !before.includes(name)).map((name) => ({ parkId, name })),
    });
    about({ type: "park", id: parkId }, { before, after: aliases });
    changed("public", "vacancies", `park:${parkId}`);
    return ok({ id: parkId });
  },
});
