-- Credentials that stand beside a file are found by their own hash and by that of the file, in two small indexes:
-- few pictures have some, and every picture that is asked for is looked up.
CREATE INDEX "Task_sidecar_idx" ON "Task" ((execution #>> '{facts,sidecar}'))
  WHERE execution #>> '{facts,sidecar}' IS NOT NULL;
CREATE INDEX "Task_contentHash_sidecar_idx" ON "Task" ("contentHash")
  WHERE execution #>> '{facts,sidecar}' IS NOT NULL;
