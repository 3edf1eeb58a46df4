-- The categories a plan declares, in its order, and how many of its seats stand in each: what an event must price.

CREATE TABLE plan_category (
    plan_id  text    NOT NULL,
    id       text    NOT NULL,               -- the name as a slug, unique within the plan
    name     text    NOT NULL,
    color    text    NOT NULL,               -- #rrggbb
    position integer NOT NULL,
    seats    integer NOT NULL,
    CONSTRAINT plan_category_pk PRIMARY KEY (plan_id, id),
    CONSTRAINT plan_category_plan_fk FOREIGN KEY (plan_id) REFERENCES seating_plan (id),
    CONSTRAINT plan_category_name_unique UNIQUE (plan_id, name),
    CONSTRAINT plan_category_seats_not_negative CHECK (seats >= 0)
);
