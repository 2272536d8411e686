-- CreateTable
CREATE TABLE "PendingBallot" (
    "key" TEXT NOT NULL,
    "roundRowId" UUID NOT NULL,
    "signingChain" BIGINT NOT NULL,
    "ballot" JSONB NOT NULL,
    "text" TEXT,
    "ballotDigest" TEXT NOT NULL,
    "signatures" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" TIMESTAMP(3),
    "refusedCode" TEXT,

    CONSTRAINT "PendingBallot_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "PendingBallot_roundRowId_idx" ON "PendingBallot"("roundRowId");

-- AddForeignKey
ALTER TABLE "PendingBallot" ADD CONSTRAINT "PendingBallot_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
