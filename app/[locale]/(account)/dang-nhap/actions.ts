"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { href } from "@/lib/i18n/paths";
import { email, locale as knownLocale } from "@/lib/identity/schema";
import { attemptSignIn, signOut } from "@/lib/identity/session-commands";
import { whence } from "@/lib/web/device";
import { after, type FormState, typedIn } from "@/lib/web/form-action";
import { localPath } from "@/lib/web/local-path";
import { getActor } from "@/lib/web/session";
import { enter, forgetSession, workplaceOf } from "@/lib/web/sign-in";

/** Signs in and goes on to `next`, if that is a page of this portal, else to where the person works. */
export async function signInAct(state: FormState, data: FormData): Promise<FormState> {
  const typed = typedIn(data);
  const locale = knownLocale.catch("vi").parse(typed.locale);
  const fields = [
    ...(email.safeParse(typed.email).success ? [] : [{ path: ["email"], code: typed.email ? "email" : "required" }]),
    ...(typed.password ? [] : [{ path: ["password"], code: "required" }]),
  ];
  if (fields.length) return after(state, typed, { ok: false, code: "invalid_input", fields });
  const result = await attemptSignIn({ email: typed.email ?? "", password: typed.password ?? "" }, await whence(), {
    now: new Date(),
    requestId: (await headers()).get("x-request-id") ?? undefined,
  });
  if (!result.ok) return after(state, typed, result);
  redirect(await enter(result.value, locale, localPath(typed.next) ?? workplaceOf(locale, result.value)));
}

/** Ends this session, here and in the database. */
export async function signOutAct(data: FormData): Promise<void> {
  const locale = knownLocale.catch("vi").parse(data.get("locale"));
  await signOut(await getActor(), {}, { now: new Date() });
  await forgetSession();
  redirect(href(locale, "signIn"));
}
