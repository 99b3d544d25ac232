import { expect, it } from "vitest";
import { tagsOf } from "./server-invalidation";
import { loggedPath } from "./server-log";

it.each([
  ["/viec-lam/cong-nhan-12", "/viec-lam/cong-nhan-12"],
  ["/loi-moi/a1b2c3", "/loi-moi/…"],
  ["/en/invitation/a1b2c3", "/en/invitation/…"],
  ["/quen-mat-khau/a1b2c3/x", "/quen-mat-khau/…"],
  ["/quen-mat-khau", "/quen-mat-khau"],
  ["/dang-ky-hoc-nghe/trang-thai/a1b2c3", "/dang-ky-hoc-nghe/trang-thai/…"],
  ["/en/training-registration/trang-thai/a1b2c3", "/en/training-registration/trang-thai/…"],
])("writes %s to the log as %s", (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});

it.each([
  ['["batch:3","vacancy:7"]', ["batch:3", "vacancy:7"]],
  ["[]", ["public"]],
  ["{", ["public"]],
  [undefined, ["public"]],
])("reads the notification %s as %j", (payload, tags) => {
  expect(tagsOf(payload)).toEqual(tags);
});
