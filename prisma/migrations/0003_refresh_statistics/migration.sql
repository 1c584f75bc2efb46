-- After tens of thousands of rows were written at once, the planner knows nothing of them until the server
-- gathers statistics by itself, and reads them row by row against row. Only an owner may gather statistics;
-- the application may ask for it.
CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	ANALYZE public."Passage";
	ANALYZE public."Segment";
	ANALYZE public."Fact";
END $$;
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO duizhao_app;
