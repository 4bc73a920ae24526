-- Surveys. Of an anonymous one it is known who has answered, and what was answered, and nothing
-- that leads from one to the other: no account, no time and no order in the answers, and each of
-- them stands for itself.

create table survey (
  id           bigint generated always as identity primary key,
  slug         varchar(60)   not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title        varchar(150)  not null,
  intro        varchar(2000) not null default '',
  anonymous    boolean       not null,
  group_id     bigint references member_group on delete cascade, -- null: all members
  opens_at     timestamptz   not null,
  closes_at    timestamptz   not null,
  published    boolean       not null default false,
  source       varchar(300),                           -- not null: a round known by published figures alone
  respondents  varchar(60),                            -- of such a round, in the words of the source
  previous_id  bigint references survey on delete set null,
  created_by   bigint,
  created_at   timestamptz   not null,
  check (closes_at > opens_at)
);

create table survey_question (
  id        bigint generated always as identity primary key,
  survey_id bigint       not null references survey on delete cascade,
  position  int          not null,
  code      varchar(40)  not null,                     -- the same question in another round
  kind      varchar(10)  not null check (kind in ('SINGLE', 'MULTIPLE', 'SCALE', 'TEXT', 'MATRIX')),
  text      varchar(300) not null,
  options   text[]       not null default '{}',
  lines     text[]       not null default '{}',        -- what a matrix asks about
  required  boolean      not null,
  unique (survey_id, position)
);

-- What a source published of a round that is not ours to count.
create table survey_figure (
  question_id bigint       not null references survey_question on delete cascade,
  option_no   int          not null,
  percent     numeric(5,1) not null check (percent between 0 and 100),
  primary key (question_id, option_no)
);

-- Who has answered: one row a person, whatever was pressed how often in how many browsers.
create table survey_answered (
  survey_id  bigint not null references survey on delete cascade,
  account_id bigint not null references account on delete cascade,
  constraint survey_once primary key (survey_id, account_id)
);

-- Answers of anonymous surveys. Rewritten whole in a random order with each new one.
create table survey_answer (
  mark        uuid     primary key default gen_random_uuid(),
  survey_id   bigint   not null references survey on delete cascade,
  question_id bigint   not null references survey_question on delete cascade,
  line_no     int      not null default 0,
  value       varchar(2000) not null                   -- the number of an option, or the words
);
create index survey_answer_survey on survey_answer (survey_id);

create table survey_named_answer (
  survey_id   bigint   not null references survey on delete cascade,
  question_id bigint   not null references survey_question on delete cascade,
  account_id  bigint   references account on delete set null,
  line_no     int      not null default 0,
  value       varchar(2000) not null
);
create index survey_named_answer_survey on survey_named_answer (survey_id, question_id);
create index survey_named_answer_account on survey_named_answer (account_id);
