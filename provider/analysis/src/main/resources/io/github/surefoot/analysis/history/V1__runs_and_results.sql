-- Released migrations are never changed: databases out there remember their checksums. Add the next one instead.
-- A statement ends with a semicolon at the end of a line. ${identity} is the dialect's numbered primary key.
create table surefoot_schema (
  version integer not null primary key,
  checksum text not null,
  surefoot text not null,
  applied_at bigint not null
);

-- One row for each run of a module. Times are milliseconds since the epoch, durations milliseconds, *_micros microseconds.
create table surefoot_run (
  id ${identity},
  module text not null,
  run text not null,
  started_at bigint not null,
  millis bigint not null,
  verdict text not null,
  gate text not null,
  threshold text not null,
  rounds_planned integer not null,
  rounds_completed integer not null,
  rounds_passed integer not null,
  tests integer not null,
  flaky integer not null,
  broken integer not null,
  passed bigint not null,
  failed bigint not null,
  skipped bigint not null,
  databases bigint not null,
  leaks bigint not null,
  create_p50_micros bigint not null,
  create_p99_micros bigint not null,
  create_max_micros bigint not null,
  dispose_p50_micros bigint not null,
  dispose_p99_micros bigint not null,
  dispose_max_micros bigint not null,
  workers integer not null,
  jdk text not null,
  os text not null,
  commit_id text not null,
  unique (module, run)
);

create index surefoot_run_by_time on surefoot_run (module, started_at);

create table surefoot_test (
  id ${identity},
  module text not null,
  class_name text not null,
  name text not null,
  unique (module, class_name, name)
);

create table surefoot_result (
  run_id bigint not null references surefoot_run (id),
  test_id bigint not null references surefoot_test (id),
  passed integer not null,
  failed integer not null,
  skipped integer not null,
  status text not null,
  typical_millis bigint not null,
  slowest_millis bigint not null,
  primary key (run_id, test_id)
);

-- Failures are rare and looked for often.
create index surefoot_result_failed on surefoot_result (test_id) where failed > 0;
