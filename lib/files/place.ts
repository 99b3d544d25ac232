/** Where a file lies in the object store; everything of it is below one name. */
export const placeOf = (key: string): string => `${key.slice(0, 2)}/${key}`;
/** The whole file. */
export const contentOf = (key: string): string => `${placeOf(key)}/content`;
/** What has come of it so far. */
export const piecesOf = (key: string): string => `${placeOf(key)}/pieces`;

/** Where files are handed in piece by piece; the key follows. */
export const uploadAddress = "/api/files/upload";
/** Where a file is read, by whoever may. */
export const fileAddress = (key: string): string => `/api/files/${key}`;
