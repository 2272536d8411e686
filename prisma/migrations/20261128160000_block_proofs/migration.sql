-- CreateTable
CREATE TABLE "BlockProof" (
    "roundRowId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "proof" JSONB,

    CONSTRAINT "BlockProof_pkey" PRIMARY KEY ("roundRowId","hash")
);

-- AddForeignKey
ALTER TABLE "BlockProof" ADD CONSTRAINT "BlockProof_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
