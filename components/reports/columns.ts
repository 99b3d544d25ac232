/** From so many columns on a grid is too wide to type into, and to read, on any screen. */
export const mostGridColumns = 8;

/** Columns that name a row of such a table. */
export const titleColumns = 2;
