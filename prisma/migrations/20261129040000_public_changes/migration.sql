-- Rings when something changes that pages show to everybody, once a transaction; whoever keeps pages listens.
-- Ballots and looks come by the thousand and do not ring: what pages say of them may be a moment old.
CREATE FUNCTION "ringPublicChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('verso_public', '');
  RETURN NULL;
END
$$;

DO $$
DECLARE
  shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY[
    'Clock', 'Community', 'Round', 'Brief', 'Task', 'Asset', 'Verdict', 'Candidate', 'ExposureEpoch', 'Head',
    'Closing', 'BlockProof', 'ChainEvent'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER "publicChange" AFTER INSERT OR UPDATE OR DELETE ON %I
       FOR EACH STATEMENT EXECUTE FUNCTION "ringPublicChange"()',
      shown
    );
  END LOOP;
END
$$;
