-- One row as soon as a demonstration organization was seeded: such a database must never serve anything but demonstrations.
-- Version 0.1, because version 0 is the baseline of a database in which the engine's tables already exist.
create table demonstration (
    only_row  boolean     primary key default true check (only_row),
    seeded_at timestamptz not null default now()
);
