-- Runs before the migrations at every start. Three roles keep the tenants apart, none of which owns anything or passes
-- by row-level security: the core signs in as ticketing_app, which is what fans and jobs may do, and becomes
-- ticketing_staff or ticketing_admin for the length of a member of staff's request.
--
-- A superuser makes them here. Any other owner finds them made: the launcher does it, or docs/tenants.md tells how.
DO $$
BEGIN
    -- Instances that start together take turns.
    PERFORM pg_advisory_xact_lock(hashtext('ticketing.roles'));
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        IF (SELECT count(*) FROM pg_roles
             WHERE rolname IN ('ticketing_app', 'ticketing_staff', 'ticketing_admin')) < 3 THEN
            RAISE EXCEPTION 'the roles ticketing_app, ticketing_staff and ticketing_admin are missing: see docs/tenants.md';
        END IF;
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ticketing_app') THEN
        CREATE ROLE ticketing_app;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ticketing_staff') THEN
        CREATE ROLE ticketing_staff;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ticketing_admin') THEN
        CREATE ROLE ticketing_admin;
    END IF;
    ALTER ROLE ticketing_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${app_password}';
    ALTER ROLE ticketing_staff NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    ALTER ROLE ticketing_admin NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    GRANT ticketing_staff, ticketing_admin TO ticketing_app WITH INHERIT FALSE, SET TRUE;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ticketing_app', current_database());
END $$;
