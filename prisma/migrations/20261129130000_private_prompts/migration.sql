-- CreateTable
CREATE TABLE "PrivatePrompt" (
    "briefId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "revealedAt" BIGINT,

    CONSTRAINT "PrivatePrompt_pkey" PRIMARY KEY ("briefId")
);

-- AddForeignKey
ALTER TABLE "PrivatePrompt" ADD CONSTRAINT "PrivatePrompt_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Candidate_creator_admittedAt_idx" ON "Candidate"("creator", "admittedAt");

-- Words that are revealed are on every page of their works.
CREATE TRIGGER "publicChange" AFTER UPDATE ON "PrivatePrompt"
  FOR EACH STATEMENT EXECUTE FUNCTION "ringPublicChange"();
