import { Prisma } from "./generated/client";

/**
 * After a text in `order by`: the order of the Vietnamese alphabet, whatever the case. Columns of names have it of their own
 * (migration `vietnamese_order`); texts out of JSON and titles of vacancies are told.
 */
export const vietnameseOrder = Prisma.raw('collate "vi-x-icu"');
