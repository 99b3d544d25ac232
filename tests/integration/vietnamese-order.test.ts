import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { vietnameseOrder } from "@/lib/db/order";
import { enterpriseList } from "@/lib/organisations/enterprise-queries";
import { listQuery } from "@/lib/organisations/list";
import { loadReferenceData } from "@/prisma/seed/reference";
import { makeEnterprise } from "../factories/listings";

beforeAll(() => loadReferenceData(db()));

/** Names that no list sorts by: of a line, of a version, of an application, as they were written. */
const neverSorted = [
  ..."CalendarDay.nameVi ContactPoint.fullName ControlCase.fullName DossierDecisionPerson.fullName".split(" "),
  ..."DossierVersionPerson.fullName EnterpriseRegistration.nameVi EnterpriseSignUp.fullName".split(" "),
  ..."EnterpriseSignUp.nameVi GrantedNow.fullName Occupation.nameVi SelfRegistration.fullName SettlementLine.fullName".split(
    " ",
  ),
];

test("every column of names that a list may sort by has the order of the Vietnamese alphabet", async () => {
  const rows = await db().$queryRaw<{ column: string }[]>`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('nameVi', 'shortNameVi', 'fullName')
      and collation_name is distinct from 'vi-x-icu'`;
  expect(rows.map(({ column }) => column).toSorted()).toEqual(neverSorted.toSorted());
});

test("it is the order in which a browser would put them", async () => {
  const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắấđéếíóốớúứýAĂÂĐÊÔƠƯ ".normalize("NFC");
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 });
  const { compare } = new Intl.Collator("vi");
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 20 }), async (words) => {
      const rows = await db().$queryRaw<{ word: string }[]>`
        select word from unnest(${words}::text[]) word order by word ${vietnameseOrder}`;
      const found = rows.map((row) => row.word);
      expect(found.every((one, at) => at === 0 || compare(found[at - 1] ?? "", one) <= 0)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a list of enterprises stands in it: đ after d, ô after o, capitals among the others", async () => {
  const park = await db().industrialPark.findFirstOrThrow({ select: { id: true } });
  const names = ["Đồng Xanh", "Dương Vàng", "ong Giấy", "Ông Trăng", "Ánh Trăng", "An Giấy", "Ân Vàng", "Zô"];
  for (const nameVi of names) await makeEnterprise(nameVi, park.id);
  const { rows } = await enterpriseList(listQuery.parse({}), "2026-05-04");
  expect(rows.map(({ nameVi }) => nameVi)).toEqual([
    ...["An Giấy", "Ánh Trăng", "Ân Vàng", "Dương Vàng", "Đồng Xanh", "ong Giấy", "Ông Trăng", "Zô"],
  ]);
  const parks = await db().industrialPark.findMany({ orderBy: { nameVi: "asc" }, select: { nameVi: true } });
  expect(parks.map(({ nameVi }) => nameVi)).toEqual(
    parks.map(({ nameVi }) => nameVi).toSorted(new Intl.Collator("vi").compare),
  );
});
