-- CreateTable
CREATE TABLE "BallotDraft" (
    "roundRowId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "draft" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BallotDraft_pkey" PRIMARY KEY ("roundRowId","address")
);

-- AddForeignKey
ALTER TABLE "BallotDraft" ADD CONSTRAINT "BallotDraft_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
