-- CreateTable
CREATE TABLE "Allowlist" (
    "root" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "blob" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Allowlist_pkey" PRIMARY KEY ("root")
);
