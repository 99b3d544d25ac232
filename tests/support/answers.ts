import { readAnswers } from "@/lib/jobs/payer-reading";

/** Reads a file of the payer's answers in lots of two, in a process of its own that a test may kill. */
const [fileId = ""] = process.argv.slice(2);
console.log("begun");
console.log(await readAnswers(Number(fileId), () => new Date(), 2));
process.exit(0);
