-- Every page of a round says how many works were asked for.
CREATE INDEX "Task_roundRowId_try_idx" ON "Task"("roundRowId", "try");
