-- Runs after the migrations at every start: a table that leads to an organization and that its own migration did not put
-- under row-level security is put under it here. To forget it is not possible.
DO $$
DECLARE
    forgotten record;
BEGIN
    -- Instances that start together take turns.
    PERFORM pg_advisory_xact_lock(hashtext('ticketing.tenants'));
    FOR forgotten IN
        SELECT pg_class.oid::regclass AS name, array_agg(attname::text) AS columns
          FROM pg_class
          JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
         WHERE relnamespace = 'public'::regnamespace
           AND relkind IN ('r', 'p')
           AND NOT relrowsecurity
         GROUP BY pg_class.oid
    LOOP
        IF 'organization_id' = ANY (forgotten.columns) THEN
            CALL ticketing_separate(forgotten.name, 'organization_id = ANY (ticketing_organizations())');
        ELSIF 'event_id' = ANY (forgotten.columns) THEN
            CALL ticketing_separate_by_event(forgotten.name);
        ELSIF 'order_code' = ANY (forgotten.columns) THEN
            CALL ticketing_separate(forgotten.name, 'EXISTS (SELECT FROM ticket_order AS o WHERE o.code = order_code)');
        ELSIF 'plan_id' = ANY (forgotten.columns) THEN
            CALL ticketing_separate(forgotten.name, 'plan_id IN (SELECT seating_plan.id FROM seating_plan)');
        ELSIF 'hold_id' = ANY (forgotten.columns) THEN
            CALL ticketing_separate(forgotten.name, 'EXISTS (SELECT FROM hold WHERE hold.id = hold_id)');
        END IF;
    END LOOP;
END $$;
