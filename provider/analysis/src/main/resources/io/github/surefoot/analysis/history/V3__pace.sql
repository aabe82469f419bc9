-- What kind of workers a run had, on how many cores, and how long it took from its beginning to the end of its last round:
-- what surefoot.workers=auto compares. Empty and 0 where it is not known.
alter table surefoot_run add column workers_kind text not null default '';
alter table surefoot_run add column cores integer not null default 0;
alter table surefoot_run add column elapsed_millis bigint not null default 0;
