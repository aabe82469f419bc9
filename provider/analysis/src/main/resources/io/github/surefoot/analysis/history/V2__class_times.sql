-- How long a round of each class took in a run, in milliseconds: what shards are balanced by.
create table surefoot_class (
  run_id bigint not null references surefoot_run (id),
  class_name text not null,
  millis bigint not null,
  primary key (run_id, class_name)
);
