-- Tenants are kept apart by the database itself: a query that forgets its WHERE sees what its caller may see. Row-level
-- security is forced, so that not even the tables' owner is above it; what the owner needs for migrations is a policy too.
--
--   ticketing_app    fans and jobs. They find what they need by secrets and by time, across all tenants, so they read
--                    freely where a sale needs it; they cannot write what only staff write, nor read the trail.
--   ticketing_staff  a member of staff: the rows of the organizations that the transaction was told of, no others.
--                    Told of none, it sees nothing.
--   ticketing_admin  an admin: everything, said explicitly.

CREATE FUNCTION ticketing_organizations() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN string_to_array(current_setting('ticketing.organizations', true), ',');
COMMENT ON FUNCTION ticketing_organizations IS 'The organizations of whoever this transaction works for.';

-- Which events an organization has is asked by every policy below.
CREATE INDEX event_by_organization ON event (organization_id);
CREATE INDEX seating_plan_by_organization ON seating_plan (organization_id);

CREATE PROCEDURE ticketing_separate(separated regclass, belongs text)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', separated);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', separated);
    EXECUTE format('CREATE POLICY migrations ON %s TO CURRENT_USER USING (true)', separated);
    EXECUTE format('CREATE POLICY fans_and_jobs ON %s TO ticketing_app USING (true)', separated);
    EXECUTE format('CREATE POLICY own_organizations ON %s TO ticketing_staff USING (%s)', separated, belongs);
    EXECUTE format('CREATE POLICY admins ON %s TO ticketing_admin USING (true)', separated);
END $$;
COMMENT ON PROCEDURE ticketing_separate IS 'Puts a table under row-level security; belongs tells whose a row is.';

CREATE PROCEDURE ticketing_separate_by_event(separated regclass)
    LANGUAGE sql AS $$
    CALL ticketing_separate(separated, 'event_id IN (SELECT event.id FROM event)')
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ticketing_app, ticketing_staff, ticketing_admin;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ticketing_app, ticketing_staff, ticketing_admin;
REVOKE ALL ON flyway_schema_history FROM ticketing_app, ticketing_staff, ticketing_admin;

CALL ticketing_separate('organization', 'id = ANY (ticketing_organizations())');
CALL ticketing_separate('membership', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('audit_entry', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('venue', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('seating_plan', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('plan_category', 'plan_id IN (SELECT seating_plan.id FROM seating_plan)');
CALL ticketing_separate('plan_seat', 'plan_id IN (SELECT seating_plan.id FROM seating_plan)');
CALL ticketing_separate('event', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate_by_event('price_category');
CALL ticketing_separate_by_event('seat_state');
CALL ticketing_separate_by_event('shopping_session');
CALL ticketing_separate_by_event('hold');
CALL ticketing_separate('hold_seat', 'EXISTS (SELECT FROM hold WHERE hold.id = hold_id)');
CALL ticketing_separate_by_event('buyer_share');
CALL ticketing_separate_by_event('ticket_order');
CALL ticketing_separate('payment', 'EXISTS (SELECT FROM ticket_order AS o WHERE o.code = order_code)');
CALL ticketing_separate_by_event('ticket');
CALL ticketing_separate_by_event('check_in');

-- Nobody rewrites the trail, and fans and jobs only add to it.
REVOKE UPDATE, DELETE ON audit_entry FROM ticketing_app, ticketing_staff, ticketing_admin;
REVOKE SELECT ON audit_entry FROM ticketing_app;
-- Who may do what, and what the houses look like, only staff change.
REVOKE INSERT, UPDATE, DELETE ON organization, membership, venue, seating_plan, plan_category, plan_seat
  FROM ticketing_app;
