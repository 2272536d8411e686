-- AlterTable
ALTER TABLE "Execution" ADD COLUMN "liked" BOOLEAN;
