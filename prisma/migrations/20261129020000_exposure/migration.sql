-- CreateTable
CREATE TABLE "Impression" (
    "roundRowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL,

    CONSTRAINT "Impression_pkey" PRIMARY KEY ("roundRowId","number")
);

-- CreateTable
CREATE TABLE "Exposure" (
    "roundRowId" UUID NOT NULL,
    "total" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "epochTotal" BIGINT NOT NULL,

    CONSTRAINT "Exposure_pkey" PRIMARY KEY ("roundRowId")
);

-- CreateTable
CREATE TABLE "ExposureEpoch" (
    "roundRowId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "takenAt" BIGINT NOT NULL,
    "impressions" INTEGER[],

    CONSTRAINT "ExposureEpoch_pkey" PRIMARY KEY ("roundRowId","epoch")
);

-- AddForeignKey
ALTER TABLE "Impression" ADD CONSTRAINT "Impression_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exposure" ADD CONSTRAINT "Exposure_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExposureEpoch" ADD CONSTRAINT "ExposureEpoch_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
