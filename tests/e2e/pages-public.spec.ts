import { lookAtPages } from "./support/visit";

lookAtPages((_route, { as }) => as === undefined);
