-- Who may do what: organizations, their staff, and the trail their actions leave.

CREATE TABLE organization (
    id         text        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT organization_pk PRIMARY KEY (id),
    CONSTRAINT organization_name_not_blank CHECK (name <> '')
);

CREATE TABLE staff_member (
    id            uuid        NOT NULL,
    email         text        NOT NULL,
    name          text        NOT NULL,
    password_hash text,                     -- Argon2id, PHC string; null until the invitation is accepted
    admin         boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    CONSTRAINT staff_member_pk PRIMARY KEY (id),
    CONSTRAINT staff_member_email_lower CHECK (email = lower(email)),
    CONSTRAINT staff_member_email_unique UNIQUE (email)
);

CREATE TABLE membership (
    staff_id        uuid NOT NULL,
    organization_id text NOT NULL,
    role            text NOT NULL,
    CONSTRAINT membership_pk PRIMARY KEY (staff_id, organization_id),
    CONSTRAINT membership_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT membership_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT membership_role_known CHECK (role IN ('ORGANIZER', 'STEWARD'))
);

CREATE TABLE audit_entry (
    id              bigint      GENERATED ALWAYS AS IDENTITY,
    at              timestamptz NOT NULL,
    staff_id        uuid,                   -- null: the system itself
    organization_id text,                   -- null: concerns no single organization
    action          text        NOT NULL,   -- such as event.published
    subject         text        NOT NULL,   -- the id of what was acted upon
    detail          jsonb       NOT NULL DEFAULT '{}',
    CONSTRAINT audit_entry_pk PRIMARY KEY (id)
);
CREATE INDEX audit_entry_by_organization ON audit_entry (organization_id, id);
