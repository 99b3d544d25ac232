import { emptySearch, type SearchQuery } from "@/lib/vacancies/search";

const ask = (query: Partial<SearchQuery>): SearchQuery => ({ ...emptySearch, ...query });

/** What people ask for, from the commonest word to what nobody has. The same for every size of the database. */
export const mixedQueries: SearchQuery[] = [
  ask({}),
  ask({ page: 50 }),
  ask({ sort: "wage" }),
  ask({ sort: "deadline" }),
  ask({ q: "công nhân" }),
  ask({ q: "cong nhan" }),
  ask({ q: "công nhân", page: 40 }),
  ask({ q: "điện tử" }),
  ask({ q: "dien tu lap rap" }),
  ask({ q: "kỹ sư" }),
  ask({ q: "kỹ thuật viên bảo trì điện" }),
  ask({ q: "thợ hàn 3G" }),
  ask({ q: "tua bin gió" }),
  ask({ q: "rong biển" }),
  ask({ q: "may" }),
  ask({ q: "đóng g" }),
  ask({ q: "k" }),
  ask({ q: "cong nhna" }),
  ask({ q: "kĩ thuat vien" }),
  ask({ q: "dien tuu" }),
  ask({ q: "production manager" }),
  ask({ q: "xyzzyqw" }),
  ask({ q: "phi công vũ trụ" }),
  ask({ park: ["trang-due"] }),
  ask({ q: "công nhân", park: ["vsip-hai-phong", "trang-due"], wage: 9 }),
  ask({ qualification: ["university"], country: ["JP"] }),
  ask({ occupation: ["8"], shift: ["DAY"], package: ["bus", "meals"] }),
  ask({ wage: 20, sort: "wage" }),
  ask({ deadline: 7 }),
  ask({ q: "kho", deadline: 14, open: ["disabled"] }),
  ask({ q: "kỹ sư", wage: 50, park: ["do-son"], country: ["DE"] }),
  ask({ q: "công nhân lắp ráp linh kiện điện tử ca đêm phòng sạch camera" }),
];
