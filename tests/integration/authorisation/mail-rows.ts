import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";

/** A mail that the receiver's server has refused. */
export async function aFailedMail(): Promise<{ id: number }> {
  const key = randomUUID();
  return db().mail.create({
    data: {
      dedupeKey: key,
      messageId: `<${key}@hezaworks.example>`,
      toAddress: "khong-co@nhamay.example",
      subject: "Đã xác minh Công ty TNHH Hoa Gạo Thử Nghiệm",
      text: "Kính gửi Ông/Bà,",
      html: "<p>Kính gửi Ông/Bà,</p>",
      template: "registrationMatched",
      locale: "vi",
      status: "FAILED",
      attempts: 1,
      lastError: "EENVELOPE: 550 no such user",
    },
    select: { id: true },
  });
}
