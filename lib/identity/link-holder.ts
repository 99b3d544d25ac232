/** How the holder of a mailed link shows who he is: signed in already, by the password of the account, or with a new one. */
export type LinkHolder = "signedIn" | "account" | "new";
