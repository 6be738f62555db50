-- What runs published. Rows are added, never changed: a later run about the same patient stands beside the earlier one,
-- and the views at the end say which of them is shown. Identifiers sort by bytes on every server (collate "C").

create table run (
    run_id text collate "C" primary key check (run_id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    started timestamptz not null,
    finished timestamptz not null check (finished >= started),
    published timestamptz not null default now(),
    tool_version text not null,
    parameters jsonb not null,
    synthetic boolean not null
);

create index run_by_finish on run (finished, run_id);

-- A patient as one run saw them.
create table patient (
    run_id text collate "C" not null references run,
    pseudonym text collate "C" not null check (pseudonym ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    centre text collate "C" not null,
    disease text not null,
    synthetic boolean not null,
    primary key (pseudonym, run_id)
);

create index patient_by_run on patient (run_id);

create table sample (
    run_id text collate "C" not null,
    pseudonym text collate "C" not null,
    sample_id text collate "C" not null check (sample_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    sample_no integer not null,
    material text not null,
    collected date,
    timepoint text,
    primary key (pseudonym, run_id, sample_id),
    foreign key (pseudonym, run_id) references patient
);

create table treatment (
    run_id text collate "C" not null,
    pseudonym text collate "C" not null,
    treatment_no integer not null,
    name text not null,
    first_day date not null,
    last_day date,
    line integer,
    primary key (pseudonym, run_id, treatment_no),
    foreign key (pseudonym, run_id) references patient
);

-- What one process gave for one sample or patient. output_no is its place in the run.
create table analysis_output (
    run_id text collate "C" not null references run,
    output_no integer not null,
    process text collate "C" not null,
    pseudonym text collate "C" not null,
    sample_id text collate "C",
    command text not null,
    tool_version text not null,
    parameters jsonb not null,
    primary key (run_id, output_no),
    foreign key (pseudonym, run_id) references patient
);

create index analysis_output_by_patient on analysis_output (pseudonym);

-- Files that were read: by the whole run where output_no is null, else by that output.
create table input_file (
    run_id text collate "C" not null references run,
    output_no integer,
    input_no integer not null,
    role text not null,
    name text not null,
    bytes bigint not null check (bytes >= 0),
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    unique nulls not distinct (run_id, output_no, input_no),
    foreign key (run_id, output_no) references analysis_output
);

create index input_file_by_hash on input_file (sha256);

-- record is the whole core.mrd.MrdMeasurement as JSON; the columns repeat what is searched or sorted by.
create table mrd_measurement (
    run_id text collate "C" not null,
    output_no integer not null,
    measurement_no integer not null,
    sample_id text collate "C" not null,
    measured date not null,
    technique text collate "C" not null,
    target text collate "C" not null,
    scale text not null,
    status text not null,
    level double precision check (level > 0),
    limit_of_detection double precision check (limit_of_detection > 0),
    record jsonb not null,
    primary key (run_id, output_no, measurement_no),
    foreign key (run_id, output_no) references analysis_output
);

-- record is the whole core.risk.RiskResult as JSON; category is null when it is not established.
create table risk_result (
    run_id text collate "C" not null,
    output_no integer not null,
    risk_no integer not null,
    scheme text collate "C" not null,
    edition text not null,
    category text,
    best text,
    worst text,
    record jsonb not null,
    primary key (run_id, output_no, risk_no),
    foreign key (run_id, output_no) references analysis_output
);

-- points is an Arrow IPC stream of x, y and cluster; record is the rest of core.cell.CellMap as JSON.
create table cell_map (
    run_id text collate "C" not null,
    output_no integer not null,
    cells integer not null check (cells >= 0),
    clusters integer not null check (clusters >= 0),
    points bytea not null,
    record jsonb not null,
    primary key (run_id, output_no),
    foreign key (run_id, output_no) references analysis_output
);

-- Coordinates do not shrink, so trying to costs time only.
alter table cell_map alter column points set storage external;

-- Each result with how recent its run is among those that answer the same question: 1 is what is shown. The latest run is
-- the one that finished last, whatever the order of publishing; ties go by run id. rank() and not row_number(): when one
-- run answers a question twice, both answers stay.

create view ranked_measurement as
select
    o.pseudonym,
    o.process,
    m.*,
    rank() over (
        partition by o.pseudonym, o.process, m.sample_id, m.technique, m.target, m.measured
        order by r.finished desc, r.run_id desc
    ) as recency
from mrd_measurement m
join analysis_output o using (run_id, output_no)
join run r using (run_id);

create view ranked_risk as
select
    o.pseudonym,
    o.process,
    o.sample_id,
    k.*,
    rank() over (
        partition by o.pseudonym, o.process, o.sample_id, k.scheme
        order by r.finished desc, r.run_id desc
    ) as recency
from risk_result k
join analysis_output o using (run_id, output_no)
join run r using (run_id);

create view ranked_cell_map as
select
    o.pseudonym,
    o.process,
    o.sample_id,
    c.*,
    row_number() over (
        partition by o.pseudonym, o.sample_id
        order by r.finished desc, r.run_id desc, c.output_no desc
    ) as recency
from cell_map c
join analysis_output o using (run_id, output_no)
join run r using (run_id);
