-- AlterTable
ALTER TABLE "Brief" ADD COLUMN     "eventCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "try" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "Task_briefId_index_key";

-- CreateIndex
CREATE UNIQUE INDEX "Task_briefId_index_try_key" ON "Task"("briefId", "index", "try");

-- CreateTable
CREATE TABLE "TaskEvent" (
    "briefId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "taskId" UUID NOT NULL,
    "status" "TaskStatus" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "errorCode" TEXT,
    "errorDetail" TEXT,
    "contentHash" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TaskEvent_pkey" PRIMARY KEY ("briefId","sequence")
);

-- AddForeignKey
ALTER TABLE "TaskEvent" ADD CONSTRAINT "TaskEvent_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The row of the brief is locked until the commit, so sequences become visible in their order, without gaps.
CREATE FUNCTION "recordTaskEvent"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    next INTEGER;
BEGIN
    UPDATE "Brief" SET "eventCount" = "eventCount" + 1 WHERE id = NEW."briefId" RETURNING "eventCount" INTO next;
    INSERT INTO "TaskEvent" ("briefId", "sequence", "taskId", "status", "attempts", "errorCode", "errorDetail", "contentHash")
    VALUES (NEW."briefId", next, NEW.id, NEW.status, NEW.attempts, NEW."errorCode", NEW."errorDetail", NEW."contentHash");
    RETURN NULL;
END $$;

-- Tasks from before: one event for how they stand.
INSERT INTO "TaskEvent" ("briefId", "sequence", "taskId", "status", "attempts", "errorCode", "errorDetail", "contentHash")
SELECT "briefId", row_number() OVER (PARTITION BY "briefId" ORDER BY "index"), id, status, attempts, "errorCode", "errorDetail", "contentHash"
FROM "Task";

UPDATE "Brief" SET "eventCount" = (SELECT count(*) FROM "TaskEvent" WHERE "briefId" = "Brief".id);

CREATE TRIGGER "taskCreated" AFTER INSERT ON "Task"
FOR EACH ROW EXECUTE FUNCTION "recordTaskEvent"();

CREATE TRIGGER "taskChanged" AFTER UPDATE ON "Task"
FOR EACH ROW
WHEN ((OLD.status, OLD.attempts, OLD."errorCode", OLD."errorDetail", OLD."contentHash")
    IS DISTINCT FROM (NEW.status, NEW.attempts, NEW."errorCode", NEW."errorDetail", NEW."contentHash"))
EXECUTE FUNCTION "recordTaskEvent"();
