-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "volunteers" BOOLEAN NOT NULL DEFAULT false;
