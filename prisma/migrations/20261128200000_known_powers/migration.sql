-- CreateTable
CREATE TABLE "KnownHolders" (
    "roundRowId" UUID NOT NULL,
    "triedAt" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),
    "accounts" INTEGER,
    "isWhole" BOOLEAN,

    CONSTRAINT "KnownHolders_pkey" PRIMARY KEY ("roundRowId")
);

-- CreateTable
CREATE TABLE "KnownPower" (
    "roundRowId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "shares" JSONB NOT NULL,

    CONSTRAINT "KnownPower_pkey" PRIMARY KEY ("roundRowId","account")
);

-- CreateTable
CREATE TABLE "ChainStanding" (
    "chainId" INTEGER NOT NULL,
    "silentSince" TIMESTAMP(3),
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChainStanding_pkey" PRIMARY KEY ("chainId")
);

-- AddForeignKey
ALTER TABLE "KnownHolders" ADD CONSTRAINT "KnownHolders_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownPower" ADD CONSTRAINT "KnownPower_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
