import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/identity/actor";
import { recordSending } from "@/lib/papers/dissemination-commands";
import { cancelDocument, numberDocument } from "@/lib/papers/document-commands";
import { usualSigner } from "@/lib/papers/letter-fields";

/** Where a sample batch went after its publication, in days after it; receivers are kinds of bodies, links lead nowhere. */
const sendings = [
  { day: "2024-07-16", channel: "FANPAGE", receiver: "", link: "https://mangxahoi.example/heza/dot-2-2024" },
  { day: "2024-07-16", channel: "LEAFLET_DESK", receiver: "Bộ phận một cửa, 200 tờ", link: "" },
  { day: "2024-07-17", channel: "RADIO_TV", receiver: "Bản tin trưa, phát ba ngày", link: "" },
  { day: "2024-07-18", channel: "LOCALITY", receiver: "Ủy ban nhân dân các quận, huyện", link: "", lettered: true },
  { day: "2024-07-18", channel: "YOUTH_UNION", receiver: "Đoàn thanh niên các quận, huyện", link: "", lettered: true },
  { day: "2024-07-22", channel: "DEMOBILISED", receiver: "Buổi tư vấn cho quân nhân xuất ngũ", link: "" },
] as const;

async function done<T>(result: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(`the seed was refused: ${answer.code}`);
  return answer.value;
}

/** The letter of the batch of July 2024 under its second number (the first was cancelled), and where the batch went. */
export async function seedPapers(head: Actor, batchId: number): Promise<void> {
  const { id: registerId } = await db().documentRegister.findFirstOrThrow();
  const give = (day: string) =>
    numberDocument(
      head,
      {
        registerId,
        kind: "OFFICIAL_LETTER",
        subject: "Thông tin nhu cầu tuyển dụng lao động của các doanh nghiệp trong khu công nghiệp, khu kinh tế",
        issuedOn: day,
        signerTitle: usualSigner,
        signerName: "Gạo Đỏ Sông Hồng",
        batchId,
      },
      { now: new Date(`${day}T02:30:00Z`) },
    );
  const first = await done(give("2024-07-15"));
  const reason = "Ghi nhầm ngày văn bản";
  await done(cancelDocument(head, { id: first.id, version: 1, reason }, { now: new Date("2024-07-16T01:00:00Z") }));
  const { id: documentId } = await done(give("2024-07-16"));
  for (const { day, channel, receiver, link, ...more } of sendings)
    await done(
      recordSending(
        head,
        {
          batchId,
          channel,
          sentOn: day,
          receiver,
          link,
          file: null,
          documentId: "lettered" in more ? documentId : null,
        },
        { now: new Date(`${day}T08:00:00Z`) },
      ),
    );
}
