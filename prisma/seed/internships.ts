import { moveOffer, movePlacement, offerInternship, proposePlacement } from "@/lib/cohorts/internship-commands";
import { saveOutcomes } from "@/lib/cohorts/outcome-commands";
import { ownOutcomes } from "@/lib/cohorts/outcome-queries";
import { addDays, dayOf } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import type { Person } from "@/lib/identity/actor";
import { ownerOf } from "./rosters";

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the sample was refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** Offers of the first sample enterprise, placements of the first sample school, and what became of its graduates; invented. */
export async function seedInternships(now: Date): Promise<void> {
  const enterprise = await ownerOf("doanh-nghiep@hezaworks.example", "ENTERPRISE");
  const school = await ownerOf("nha-truong@hezaworks.example", "SCHOOL");
  const today = dayOf(now);
  const offer = async (more: object) =>
    done(
      await offerInternship(
        enterprise,
        {
          ...{ field: "ELECTRICAL", level: "COLLEGE", places: 30, term: "HK2" },
          ...{ startsOn: addDays(today, -30), endsOn: addDays(today, 50), allowance: 3_000_000 },
          learns: "Lắp tủ điện, đọc bản vẽ, bảo trì dây chuyền mẫu cùng tổ cơ điện.",
          ...{ meals: true, housing: false },
          ...more,
        },
        { now },
      ),
    );
  const place = async (actor: Person, offerId: number, more: object) =>
    done(
      await proposePlacement(
        actor,
        {
          ...{ offerId, schoolId: null, code: "6520227", programme: "Điện công nghiệp", students: 12, women: 2 },
          ...{ startsOn: addDays(today, -30), endsOn: addDays(today, 50) },
          ...more,
        },
        { now },
      ),
    );
  const electric = await offer({});
  const running = await place(school, electric.id, {});
  const confirmed = done(await movePlacement(enterprise, { ...running, move: "confirm" }, { now }));
  done(await movePlacement(enterprise, { ...confirmed, move: "start", on: addDays(today, -30) }, { now }));
  await place(school, electric.id, { students: 6, women: 1 });
  const welding = await offer({ field: "MECHANICAL", places: 15, allowance: null, housing: true });
  await place(enterprise, welding.id, {
    ...{ schoolId: school.organisation?.id, code: "6520123", programme: "Hàn", students: 5, women: 0 },
  });
  const over = await offer({ field: "ELECTRONICS", places: 10 });
  done(await moveOffer(enterprise, { ...over, move: "close", reason: null }, { now }));

  const year = Number(today.slice(0, 4)) - 1;
  const { rows, version } = await ownOutcomes(school.organisation?.id ?? 0, year, 6);
  if (rows.length === 0) return;
  const lines = rows.map(({ code, graduates }, at) => {
    const all = graduates ?? 0;
    const inParks = Math.floor(all * (0.45 + (at % 3) * 0.08));
    const [elsewhere, studying, seeking] = [Math.floor(all * 0.2), Math.floor(all * 0.08), Math.floor(all * 0.1)];
    return {
      code,
      graduates: all,
      inParks,
      elsewhere,
      studying,
      seeking,
      unknown: all - inParks - elsewhere - studying - seeking,
    };
  });
  done(await saveOutcomes(school, { year, months: 6, version, rows: lines }, { now }));
}
