-- AlterTable
ALTER TABLE "Asset" ADD COLUMN "nearHash" BIT(256);

-- CreateIndex
CREATE INDEX "Asset_pixelHash_idx" ON "Asset"("pixelHash");

-- CreateIndex
CREATE INDEX "Asset_renditions_idx" ON "Asset" USING GIN ("renditions" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "Candidate_contentHash_idx" ON "Candidate"("contentHash");
