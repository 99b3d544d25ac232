/** Is an equation a sum of multiples of `rows`? Gauss, on small numbers; what whoever knows the rows can compute. */
export function reducer(rows: readonly number[][]): (row: readonly number[]) => boolean {
  const basis: { pivot: number; row: number[] }[] = [];
  const reduce = (start: readonly number[]) => {
    const row = [...start];
    for (const { pivot, row: known } of basis) {
      const times = (row[pivot] ?? 0) / (known[pivot] ?? 1);
      if (Math.abs(times) > 1e-9)
        for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) - times * (known[at] ?? 0);
    }
    return row;
  };
  for (const row of rows) {
    const left = reduce(row);
    const pivot = left.findIndex((value) => Math.abs(value) > 1e-6);
    if (pivot >= 0) basis.push({ pivot, row: left });
  }
  return (row) => reduce(row).every((value) => Math.abs(value) < 1e-6);
}
