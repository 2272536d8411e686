-- AlterTable
ALTER TABLE "Round" ADD COLUMN "routing" JSONB;

-- CreateTable
CREATE TABLE "Execution" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "externalId" TEXT,
    "decision" JSONB NOT NULL,
    "reservedMicroUsd" BIGINT NOT NULL,
    "chargedMicroUsd" BIGINT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "outcome" TEXT,
    "retryAt" TIMESTAMP(3),
    "accepted" BOOLEAN,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Execution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Budget" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "limitMicroUsd" BIGINT,
    "reservedMicroUsd" BIGINT NOT NULL DEFAULT 0,
    "spentMicroUsd" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Execution_idempotencyKey_key" ON "Execution"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Execution_taskId_attempt_key" ON "Execution"("taskId", "attempt");

-- CreateIndex
CREATE INDEX "Execution_updatedAt_idx" ON "Execution"("updatedAt");

-- CreateIndex
CREATE INDEX "Execution_roundRowId_startedAt_idx" ON "Execution"("roundRowId", "startedAt");

-- CreateIndex
CREATE INDEX "Execution_provider_startedAt_idx" ON "Execution"("provider", "startedAt");

-- AddForeignKey
ALTER TABLE "Execution" ADD CONSTRAINT "Execution_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
