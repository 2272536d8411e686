-- CreateEnum
CREATE TYPE "RoundStatus" AS ENUM ('draft', 'submissions', 'cancelled');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('queued', 'rendering', 'passed', 'refused', 'failed');

-- CreateTable
CREATE TABLE "Clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetSeconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Community" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "chainId" INTEGER NOT NULL,
    "collection" TEXT NOT NULL,
    "deployBlock" BIGINT NOT NULL,
    "strategies" JSONB NOT NULL,
    "licence" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "brief" TEXT NOT NULL,
    "status" "RoundStatus" NOT NULL DEFAULT 'draft',
    "cancelReason" TEXT,
    "rules" JSONB NOT NULL,
    "rulesText" TEXT,
    "roundId" TEXT,
    "opensAt" BIGINT NOT NULL,
    "closesAt" BIGINT NOT NULL,
    "candidateRoot" TEXT,
    "candidateCount" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Brief" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "creator" TEXT NOT NULL,
    "creatorName" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "promptHash" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "traits" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "royaltyReceiver" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "signature" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "acceptedAt" BIGINT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Brief_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "briefId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'queued',
    "recipe" JSONB NOT NULL,
    "recipeHash" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "externalId" TEXT,
    "submittedAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "errorCode" TEXT,
    "errorDetail" TEXT,
    "contentHash" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Asset" (
    "contentHash" TEXT NOT NULL,
    "contentCid" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "pixelHash" TEXT NOT NULL,
    "thumbhash" BYTEA NOT NULL,
    "renditions" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Asset_pkey" PRIMARY KEY ("contentHash")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "score" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,
    "finding" TEXT NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Candidate" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "creator" TEXT NOT NULL,
    "creatorName" TEXT NOT NULL,
    "recipeHash" TEXT NOT NULL,
    "metadata" JSONB NOT NULL,
    "metadataHash" TEXT NOT NULL,
    "number" INTEGER,
    "record" TEXT,
    "admittedAt" BIGINT NOT NULL,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogLeaf" (
    "roundRowId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "leaf" TEXT NOT NULL,
    "leafHash" TEXT NOT NULL,
    "ballotDigest" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "acceptedAt" BIGINT NOT NULL,

    CONSTRAINT "LogLeaf_pkey" PRIMARY KEY ("roundRowId","index")
);

-- CreateTable
CREATE TABLE "Head" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "signedAt" BIGINT NOT NULL,
    "signature" TEXT NOT NULL,
    "anchorTx" TEXT,

    CONSTRAINT "Head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refusal" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "ballotDigest" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "evidenceBlock" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "Refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Power" (
    "roundRowId" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "power" TEXT NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "Power_pkey" PRIMARY KEY ("roundRowId","account")
);

-- CreateTable
CREATE TABLE "Closing" (
    "id" UUID NOT NULL,
    "roundRowId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "resultHash" TEXT NOT NULL,
    "winnersRoot" TEXT NOT NULL,
    "sharesRoot" TEXT NOT NULL,
    "sharesTotal" TEXT NOT NULL,
    "bundleDigest" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChainEvent" (
    "chainId" INTEGER NOT NULL,
    "blockHash" TEXT NOT NULL,
    "logIndex" INTEGER NOT NULL,
    "blockNumber" BIGINT NOT NULL,
    "blockTime" BIGINT NOT NULL,
    "txHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roundId" TEXT,
    "args" JSONB NOT NULL,

    CONSTRAINT "ChainEvent_pkey" PRIMARY KEY ("chainId","blockHash","logIndex")
);

-- CreateTable
CREATE TABLE "ChainBlock" (
    "chainId" INTEGER NOT NULL,
    "number" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ChainBlock_pkey" PRIMARY KEY ("chainId","number")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "chainId" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiweNonce" (
    "nonce" TEXT NOT NULL,
    "cookieId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "SiweNonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "provider" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("provider","deliveryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Community_chainId_collection_key" ON "Community"("chainId", "collection");

-- CreateIndex
CREATE UNIQUE INDEX "Round_slug_key" ON "Round"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Round_roundId_key" ON "Round"("roundId");

-- CreateIndex
CREATE INDEX "Round_communityId_opensAt_idx" ON "Round"("communityId", "opensAt");

-- CreateIndex
CREATE UNIQUE INDEX "Brief_digest_key" ON "Brief"("digest");

-- CreateIndex
CREATE INDEX "Brief_roundRowId_creator_idx" ON "Brief"("roundRowId", "creator");

-- CreateIndex
CREATE UNIQUE INDEX "Task_idempotencyKey_key" ON "Task"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Task_externalId_key" ON "Task"("externalId");

-- CreateIndex
CREATE INDEX "Task_status_updatedAt_idx" ON "Task"("status", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Task_briefId_index_key" ON "Task"("briefId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_taskId_gate_key" ON "Verdict"("taskId", "gate");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_taskId_key" ON "Candidate"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_roundRowId_contentHash_key" ON "Candidate"("roundRowId", "contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_roundRowId_number_key" ON "Candidate"("roundRowId", "number");

-- CreateIndex
CREATE INDEX "LogLeaf_ballotDigest_idx" ON "LogLeaf"("ballotDigest");

-- CreateIndex
CREATE UNIQUE INDEX "LogLeaf_roundRowId_voter_sequence_key" ON "LogLeaf"("roundRowId", "voter", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Head_roundRowId_size_key" ON "Head"("roundRowId", "size");

-- CreateIndex
CREATE INDEX "Refusal_roundRowId_voter_idx" ON "Refusal"("roundRowId", "voter");

-- CreateIndex
CREATE UNIQUE INDEX "Closing_roundRowId_attempt_key" ON "Closing"("roundRowId", "attempt");

-- CreateIndex
CREATE INDEX "ChainEvent_chainId_address_blockNumber_idx" ON "ChainEvent"("chainId", "address", "blockNumber");

-- CreateIndex
CREATE INDEX "ChainEvent_roundId_name_idx" ON "ChainEvent"("roundId", "name");

-- CreateIndex
CREATE INDEX "Session_address_idx" ON "Session"("address");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Brief" ADD CONSTRAINT "Brief_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogLeaf" ADD CONSTRAINT "LogLeaf_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Head" ADD CONSTRAINT "Head_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refusal" ADD CONSTRAINT "Refusal_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Power" ADD CONSTRAINT "Power_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closing" ADD CONSTRAINT "Closing_roundRowId_fkey" FOREIGN KEY ("roundRowId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
