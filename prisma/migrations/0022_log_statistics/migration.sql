-- After a whole log was taken in, the planner should know of it before it is read. Only an owner may gather statistics.
CREATE FUNCTION refresh_log_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	ANALYZE public."Revision";
	ANALYZE public."RevisionSegment";
	ANALYZE public."Lineage";
END $$;
REVOKE ALL ON FUNCTION refresh_log_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_log_statistics() TO duizhao_app;
