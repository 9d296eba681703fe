/**
 * The step of the schema by which writing can depend on a note. `fence` keeps the note as it is until the commit: who
 * changes it waits for what is being written, and what comes after the change is refused. What has no fence is
 * written as before, also by the program of the step before.
 */
export const FENCE_STEP = `
  CREATE FUNCTION samenbord.fence(of_board text, of_kind text, of_id text, expected bigint)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    there bigint;
  BEGIN
    IF expected IS NULL THEN
      RETURN;
    END IF;
    SELECT version INTO there FROM samenbord.notes
    WHERE board = of_board AND kind = of_kind AND id = of_id FOR SHARE;
    IF coalesce(there, 0) <> expected THEN
      RAISE EXCEPTION 'fenced' USING ERRCODE = 'SB001';
    END IF;
  END
  $$;

  -- The fences after the locks of append: who waited for one sees what was changed meanwhile. They are taken in
  -- the order of their names, so that two groups never wait for each other.
  CREATE FUNCTION samenbord.append(
    names text[], counts int[], lengths int[], crcs bigint[], packed bytea,
    boards text[], kinds text[], ids text[], versions bigint[]
  ) RETURNS TABLE (written bigint, before bigint) LANGUAGE plpgsql AS $$
  BEGIN
    RETURN QUERY SELECT * FROM samenbord.append(names, counts, lengths, crcs, packed);
    PERFORM samenbord.fence(of_board, of_kind, of_id, expected)
    FROM (
      SELECT * FROM unnest(boards, kinds, ids, versions) AS f (of_board, of_kind, of_id, expected)
      WHERE expected IS NOT NULL ORDER BY of_board, of_kind, of_id
    ) AS fences;
  END
  $$;

  CREATE FUNCTION samenbord.compact(
    name text, upto bigint, crc bigint, snapshot bytea,
    of_board text, of_kind text, of_id text, expected bigint
  ) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM samenbord.fence(of_board, of_kind, of_id, expected);
    PERFORM samenbord.compact(name, upto, crc, snapshot);
  END
  $$;
`;
