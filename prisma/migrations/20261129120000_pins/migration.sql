-- CreateEnum
CREATE TYPE "PinState" AS ENUM ('waiting', 'asked', 'pinned');

-- CreateTable
CREATE TABLE "Pin" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "cid" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roundRowId" UUID NOT NULL,
    "state" "PinState" NOT NULL DEFAULT 'waiting',
    "externalId" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "errorCode" TEXT,
    "errorDetail" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlobCollection" (
    "day" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),
    "deleted" INTEGER,
    "deletedBytes" BIGINT,
    "isHeldBack" BOOLEAN,

    CONSTRAINT "BlobCollection_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "Pin_state_dueAt_idx" ON "Pin"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Pin_roundRowId_idx" ON "Pin"("roundRowId");

-- CreateIndex
CREATE UNIQUE INDEX "Pin_service_cid_key" ON "Pin"("service", "cid");

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
