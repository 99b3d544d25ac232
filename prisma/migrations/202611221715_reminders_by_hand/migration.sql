-- A reminder sent by hand has no step of the ladder; it says who sent it instead.
ALTER TABLE "Reminder" ALTER COLUMN "step" DROP NOT NULL, ADD COLUMN "byUserId" INTEGER;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_by_ladder_or_hand" CHECK (num_nonnulls("step", "byUserId") = 1);

-- By hand, too, nobody is reminded twice a day of one thing ("Reminder_once" takes empty steps for different ones).
CREATE UNIQUE INDEX "Reminder_by_hand_once_a_day" ON "Reminder"
  ("assignmentId", "plannedOn", "channel", coalesce("userId", 0), coalesce("address", '')) WHERE "step" IS NULL;
