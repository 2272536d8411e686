-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sentSha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Upload_account_createdAt_idx" ON "Upload"("account", "createdAt");

-- CreateIndex
CREATE INDEX "Upload_account_sha256_idx" ON "Upload"("account", "sha256");
