import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import {
  addPeople,
  createCourse,
  editCourse,
  moveCourse,
  recordPeople,
  removePeople,
} from "@/lib/subsidies/course-commands";
import { choosable, courseEntry, coursePage } from "@/lib/subsidies/course-queries";
import { courseQuery } from "@/lib/subsidies/course-schema";
import { createMember, createOrganisation } from "../factories/identity";
import { courseInput, onRoster } from "../factories/roster";

const now = new Date("2026-11-20T03:00:00Z");
let one: Person;
let other: Person;
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

beforeEach(async () => {
  one = await createMember((await createOrganisation("ENTERPRISE")).id);
  other = await createMember((await createOrganisation("ENTERPRISE")).id);
});

async function made(more: object = {}) {
  const result = await createCourse(one, courseInput(more), { now });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const move = (course: { id: number; version: number }, name: string) =>
  moveCourse(one, { ...course, move: name }, { now });

describe("a course", () => {
  it("takes people of the own roster, many at once, once each, as long as there are places", async () => {
    const course = await made({ places: 3 });
    const people = await Promise.all([onRoster(one), onRoster(one), onRoster(one), onRoster(one)]);
    const ids = people.map(({ id }) => id);
    const add = (entryIds: number[], actor = one) => addPeople(actor, { courseId: course.id, entryIds }, { now });
    expect(await choosable(idOf(one), course.id, "nguyen", 1)).toMatchObject({ total: 4 });
    expect(await add(ids.slice(0, 3))).toMatchObject({ ok: true, value: { added: 3, people: 3 } });
    expect(await add(ids.slice(0, 2))).toMatchObject({ ok: true, value: { added: 0, people: 3 } });
    expect(await add(ids)).toMatchObject({ code: "no_places", params: { places: 3, wanted: 4 } });
    expect(await courseEntry(idOf(one), course.id)).toMatchObject({ people: 3 });
    expect(await choosable(idOf(one), course.id, "", 1)).toMatchObject({ total: 1 });
    const addFound = (found: string, actor = one) => addPeople(actor, { courseId: course.id, found }, { now });
    expect(await addFound("khong-co-ai")).toMatchObject({ ok: true, value: { added: 0, people: 3 } });
    expect(await addFound("nguyen")).toMatchObject({ code: "no_places", params: { places: 3, wanted: 4 } });
    expect(await addFound("", other)).toMatchObject({ code: "not_found" });
    expect(await add([(await onRoster(other)).id])).toMatchObject({ code: "not_found" });
    expect(await courseEntry(idOf(other), course.id)).toBeNull();
    expect(await editCourse(one, { ...courseInput({ places: 2 }), ...course }, { now })).toMatchObject({
      fields: [{ path: ["places"], code: "placesTaken", params: { people: 3 } }],
    });
  });

  it("records how far people came, alone and together, within what can be", async () => {
    const course = await made();
    const people = [await onRoster(one), await onRoster(one), await onRoster(one)];
    await addPeople(one, { courseId: course.id, entryIds: people.map(({ id }) => id) }, { now });
    const rows = await db().courseParticipant.findMany({ where: { courseId: course.id }, orderBy: { id: "asc" } });
    const [a = 0, b = 0, c = 0] = rows.map(({ id }) => id);
    const record = (participantIds: number[], more: object) =>
      recordPeople(one, { courseId: course.id, participantIds, ...more }, { now });
    expect(await record([a], { what: "attended", months: 2 })).toMatchObject({ code: "not_allowed_now" });
    expect(await move(course, "start")).toMatchObject({ ok: true });
    expect(await record([a], { what: "attended", months: 99 })).toMatchObject({ code: "invalid_input" });
    expect(await record([a], { what: "attended", months: 11 })).toMatchObject({
      fields: [{ path: ["months"], code: "tooBig", params: { maximum: 10 } }],
    });
    expect(await record([a, b], { what: "completed", on: "2026-11-01", certificateNo: "" })).toMatchObject({
      ok: true,
    });
    expect(await record([b], { what: "completed", on: "2026-12-01" })).toMatchObject({
      fields: [{ code: "notInFuture" }],
    });
    expect(await record([c], { what: "dropped", on: "2026-10-01", months: 4, reason: "" })).toMatchObject({
      code: "invalid_input",
    });
    expect(await record([c], { what: "dropped", on: "2026-10-01", months: 4, reason: "Chuyển chỗ ở" })).toMatchObject({
      ok: true,
    });
    expect(await courseEntry(idOf(one), course.id)).toMatchObject({ people: 3, completed: 2, dropped: 1 });
    const stand = async (id: number) => db().courseParticipant.findUniqueOrThrow({ where: { id } });
    expect(await stand(a)).toMatchObject({ monthsAttended: 10, droppedOn: null });
    expect(await stand(c)).toMatchObject({ monthsAttended: 4, dropReason: "Chuyển chỗ ở", completedOn: null });
    expect(await record([c], { what: "again" })).toMatchObject({ ok: true });
    expect(await stand(c)).toMatchObject({ monthsAttended: null, droppedOn: null, dropReason: null });
    expect(await removePeople(one, { courseId: course.id, participantIds: [c] }, { now })).toMatchObject({ ok: true });
  });

  it("moves as its table says", async () => {
    const course = await made();
    expect(await move(course, "finish")).toMatchObject({ code: "not_allowed_now" });
    expect(await move(course, "start")).toMatchObject({ ok: true });
    expect(await move(course, "finish")).toMatchObject({ code: "changed_meanwhile" });
    expect(await move({ ...course, version: 2 }, "finish")).toMatchObject({ ok: true });
    expect(await move({ ...course, version: 3 }, "cancel")).toMatchObject({ code: "not_allowed_now" });
  });

  it("says what is wrong at its field, and is found without diacritics", async () => {
    const problems = async (more: object) => {
      const result = await createCourse(one, courseInput(more), { now });
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path.join(".")}: ${code}`);
    };
    expect(await problems({ endsOn: "2025-01-01" })).toEqual(["endsOn: daysInOrder"]);
    expect(await problems({ schoolName: " " })).toEqual(["schoolName: required"]);
    expect(await problems({ schoolId: 2_000_000_000 })).toEqual(["schoolId: choice"]);
    await made({ programme: "Điện công nghiệp" });
    await made({ programme: "Hàn" });
    const list = await coursePage(idOf(one), courseQuery.parse({ q: "dien cong" }));
    expect(list).toMatchObject({ total: 1, rows: [{ programme: "Điện công nghiệp", people: 0 }] });
  });
});
