/** Cache tags of the public pages that show an enterprise; `parkIds` are the parks that it is or was in. */
export const pagesOf = (id: number, ...parkIds: number[]) => [
  "public",
  "vacancies",
  `enterprise:${id}`,
  ...parkIds.map((parkId) => `park:${parkId}`),
];
