schema varde: usage for varde_editor
schema varde: create, usage for varde_owner
schema varde_shown: usage for varde_editor
schema varde_shown: create, usage for varde_owner
schema varde_shown: usage for varde_reader
table varde.absence row security forced
  id uuid not null
  designation uuid not null
  valid daterange not null
  reason text
  citation uuid
  recorded bigint not null
  constraint absence_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this absence is not a known citation.
  constraint absence_designation_fkey FOREIGN KEY (designation) REFERENCES varde.designation(id) DEFERRABLE -- The designation of this absence is not a known designation.
  constraint absence_one EXCLUDE USING gist (designation WITH =, valid WITH &&) DEFERRABLE -- A designation has one absence at a time.
  constraint absence_pkey PRIMARY KEY (id) -- Another absence already has this id.
  constraint absence_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this absence begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.absence FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.absence FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.absence FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.absence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('designation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.absence REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('designation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.area row security forced
  id uuid not null
  key text not null
  kind uuid not null
  valid daterange not null
  recorded bigint not null
  constraint area_id_kind_once UNIQUE (id, kind) -- Another area already has this id, kind.
  constraint area_key_once UNIQUE (key) DEFERRABLE -- Another area already has this key.
  constraint area_kind_fkey FOREIGN KEY (kind) REFERENCES varde.area_kind(id) DEFERRABLE -- The kind of this area is not a known area kind.
  constraint area_pkey PRIMARY KEY (id) -- Another area already has this id.
  constraint area_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this area begins and ends on dates of four digits, or is open.
  CREATE INDEX area_withdrawn ON varde.area USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.area FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.area FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.area FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.area REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.area REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.area_code row security forced
  id uuid not null
  area uuid not null
  scheme text not null
  code text not null
  valid daterange not null
  recorded bigint not null
  constraint area_code_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this area code is not a known area.
  constraint area_code_one_area EXCLUDE USING gist (code WITH =, scheme WITH =, valid WITH &&) WHERE (((scheme = 'kommune'::text) OR (scheme = 'fylke'::text) OR (scheme = 'bydel'::text))) DEFERRABLE -- An official number belongs to one area at a time.
  constraint area_code_one_per_scheme EXCLUDE USING gist (area WITH =, scheme WITH =, valid WITH &&) DEFERRABLE -- An area has one code in a scheme at a time.
  constraint area_code_pkey PRIMARY KEY (id) -- Another area code already has this id.
  constraint area_code_said CHECK (((scheme <> ''::text) AND (code <> ''::text))) -- An area code has a scheme and a code.
  constraint area_code_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this area code begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.area_code FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.area_code FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.area_code FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.area_code REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.area_code REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.area_kind row security forced
  id uuid not null
  key text not null
  rank integer not null
  recorded bigint not null
  constraint area_kind_key_once UNIQUE (key) DEFERRABLE -- Another area kind already has this key.
  constraint area_kind_pkey PRIMARY KEY (id) -- Another area kind already has this id.
  constraint area_kind_rank_positive CHECK ((rank >= 0)) -- The rank of an area kind is 0 or more.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.area_kind FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.area_kind FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.area_kind REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.area_kind REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.area_parent row security forced
  id uuid not null
  area uuid not null
  parent uuid not null
  parent_kind uuid not null
  valid daterange not null
  recorded bigint not null
  constraint area_parent_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this area parent is not a known area.
  constraint area_parent_kind_held FOREIGN KEY (parent, parent_kind) REFERENCES varde.area(id, kind) ON UPDATE CASCADE DEFERRABLE -- The kind repeated here is the kind of the parent.
  constraint area_parent_one_per_kind EXCLUDE USING gist (area WITH =, parent_kind WITH =, valid WITH &&) DEFERRABLE -- An area has one parent of each kind at a time.
  constraint area_parent_parent_fkey FOREIGN KEY (parent) REFERENCES varde.area(id) DEFERRABLE -- The parent of this area parent is not a known area.
  constraint area_parent_pkey PRIMARY KEY (id) -- Another area parent already has this id.
  constraint area_parent_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this area parent begins and ends on dates of four digits, or is open.
  CREATE INDEX area_parent_of_parent ON varde.area_parent USING btree (parent)
  CREATE CONSTRAINT TRIGGER area_parent_no_cycle AFTER INSERT OR UPDATE ON varde.area_parent DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle('area', 'parent', 'dated') -- An area never lies inside itself.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.area_parent FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.area_parent FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER repeat_parent_kind BEFORE INSERT OR UPDATE ON varde.area_parent FOR EACH ROW EXECUTE FUNCTION varde.repeat_parent_kind()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.area_parent FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.area_parent REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.area_parent REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.area_succession row security forced
  id uuid not null
  area uuid not null
  successor uuid not null
  weight double precision
  day date not null
  superseded boolean not null default false
  recorded bigint not null
  constraint area_succession_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this area succession is not a known area.
  constraint area_succession_day_dated CHECK (varde.is_dated(day)) -- The day of this area succession is a date of four digits.
  constraint area_succession_once EXCLUDE USING gist (area WITH =, successor WITH =, day WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A succession is told once for each day.
  constraint area_succession_other CHECK ((area <> successor)) -- An area never succeeds itself.
  constraint area_succession_pkey PRIMARY KEY (id) -- Another area succession already has this id.
  constraint area_succession_successor_fkey FOREIGN KEY (successor) REFERENCES varde.area(id) DEFERRABLE -- The successor of this area succession is not a known area.
  constraint area_succession_weight_share CHECK (((weight >= (0)::double precision) AND (weight <= (1)::double precision))) -- The weight of a succession is a share from 0 to 1.
  CREATE INDEX area_succession_of_successor ON varde.area_succession USING btree (successor)
  CREATE CONSTRAINT TRIGGER area_succession_no_cycle AFTER INSERT OR UPDATE ON varde.area_succession DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle() -- An area never succeeds itself, by way of others either.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.area_succession FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.area_succession FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.area_succession REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.area_succession REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.change_set row security forced
  id uuid not null default gen_random_uuid()
  title text not null
  actor text not null
  reason text
  state text not null
  valid_from date
  created_at timestamp with time zone not null default now()
  recorded bigint not null
  constraint change_set_actor_said CHECK ((actor <> ''::text)) -- A change set says who made it.
  constraint change_set_pkey PRIMARY KEY (id) -- Another change set already has this id.
  constraint change_set_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'previewed'::text, 'scheduled'::text, 'applied'::text, 'undone'::text]))) -- A change set is draft, previewed, scheduled, applied or undone.
  constraint change_set_title_said CHECK ((title <> ''::text)) -- A change set says what it does.
  constraint change_set_valid_from_dated CHECK (varde.is_dated(valid_from)) -- The valid from of this change set is a date of four digits.
  CREATE TRIGGER refuse_other_name AFTER INSERT OR UPDATE ON varde.change_set FOR EACH ROW EXECUTE FUNCTION varde.refuse_other_name()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.change_set FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.change_set FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.change_set REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.change_set REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.channel row security forced
  id uuid not null
  key text not null
  owner_kind text not null
  owner uuid not null
  position integer not null
  kind text not null
  written text not null
  canonical text
  is_usable boolean not null
  label text
  audience text not null
  hours text not null
  via_organisation uuid
  via_designation uuid
  warning text
  visibility text not null
  valid daterange not null
  confirmed_on date
  citation uuid
  salt uuid default gen_random_uuid()
  recorded bigint not null
  constraint channel_address_formed CHECK (((kind <> 'email'::text) OR (canonical ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'::text))) -- An e-mail address has a name, an @ and a domain.
  constraint channel_audience_known CHECK ((audience = ANY (varde.known_askers()))) -- That audience is not one of the known askers.
  constraint channel_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this channel is not a known citation.
  constraint channel_confirmed_on_dated CHECK (varde.is_dated(confirmed_on)) -- The confirmed on of this channel is a date of four digits.
  constraint channel_hours_known CHECK ((hours = ANY (ARRAY['stated'::text, 'always'::text, 'rota'::text, 'unknown'::text, 'office'::text, 'outside-office'::text]))) -- Hours are stated, always, rota, unknown, office or outside-office.
  constraint channel_key_once UNIQUE (key) DEFERRABLE -- Another channel already has this key.
  constraint channel_kind_known CHECK ((kind = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'web'::text, 'form'::text, 'chat'::text, 'visit'::text, 'post'::text]))) -- A channel is phone, sms, email, web, form, chat, visit or post.
  constraint channel_leads_somewhere CHECK (((written <> ''::text) OR (via_organisation IS NOT NULL) OR (via_designation IS NOT NULL) OR (salt IS NULL))) -- A channel is written as in the source, or is reached via another contact.
  constraint channel_number_dialled CHECK (((kind <> 'phone'::text) OR varde.is_dialled(canonical) OR (canonical IS NULL))) -- A phone number is E.164, three digits from 1, 116 and three more, or 02000 to 09999.
  constraint channel_once EXCLUDE USING gist (owner WITH =, owner_kind WITH =, kind WITH =, written WITH =, COALESCE(label, ''::text) WITH =, audience WITH =, hours WITH =, COALESCE(via_organisation, via_designation, varde.root()) WITH =, valid WITH &&) WHERE ((salt IS NOT NULL)) DEFERRABLE -- The same channel is told once for a contact at a time.
  constraint channel_one_way CHECK (((via_organisation IS NULL) OR (via_designation IS NULL))) -- A channel is reached via an organisation or a designation, not both.
  constraint channel_owner_kind_known CHECK ((owner_kind = ANY (ARRAY['designation'::text, 'organisation'::text, 'function'::text, 'offering'::text]))) -- A channel belongs to a designation, an organisation, a function or an offering.
  constraint channel_pkey PRIMARY KEY (id) -- Another channel already has this id.
  constraint channel_position_positive CHECK (("position" >= 1)) -- Channels count from 1.
  constraint channel_sms_dialled CHECK (((kind <> 'sms'::text) OR varde.is_dialled(canonical) OR (canonical ~ '^[0-9]{4,6}$'::text) OR (canonical IS NULL))) -- A text message goes to a phone number or to four to six digits.
  constraint channel_unusable_has_none CHECK ((is_usable OR (canonical IS NULL))) -- An unusable channel is kept as written and has no canonical form.
  constraint channel_url_absolute CHECK (((kind <> ALL (ARRAY['web'::text, 'form'::text])) OR (canonical ~ '^https?://[^[:space:]]+$'::text))) -- A web address begins with http:// or https:// and has no spaces.
  constraint channel_usable_has_canonical CHECK (((NOT is_usable) OR (canonical IS NOT NULL) OR (via_organisation IS NOT NULL) OR (via_designation IS NOT NULL))) -- A usable channel has a canonical form, or is reached via another contact.
  constraint channel_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this channel begins and ends on dates of four digits, or is open.
  constraint channel_via_designation_fkey FOREIGN KEY (via_designation) REFERENCES varde.designation(id) DEFERRABLE -- The via designation of this channel is not a known designation.
  constraint channel_via_organisation_fkey FOREIGN KEY (via_organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The via organisation of this channel is not a known organisation.
  constraint channel_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'desk'::text]))) -- Visibility is public or desk.
  CREATE INDEX channel_hidden ON varde.channel USING btree (id) WHERE (visibility <> 'public'::text)
  CREATE INDEX channel_of_owner ON varde.channel USING btree (owner)
  CREATE INDEX channel_of_via ON varde.channel USING btree (COALESCE(via_organisation, via_designation)) WHERE (COALESCE(via_organisation, via_designation) IS NOT NULL)
  CREATE INDEX channel_via_designation ON varde.channel USING btree (via_designation) WHERE (via_designation IS NOT NULL)
  CREATE INDEX channel_withdrawn ON varde.channel USING btree (id) WHERE isempty(valid)
  CREATE CONSTRAINT TRIGGER channel_no_cycle AFTER INSERT OR UPDATE ON varde.channel DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((COALESCE(new.via_organisation, new.via_designation) IS NOT NULL)) EXECUTE FUNCTION varde.refuse_cycle() -- Contacts never point to each other in a ring with their channels.
  CREATE CONSTRAINT TRIGGER channel_owner_known AFTER INSERT OR UPDATE ON varde.channel DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_subject('owner_kind', 'owner') -- A channel belongs to a known contact.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.channel FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER keep_erased BEFORE INSERT OR UPDATE ON varde.channel FOR EACH ROW EXECUTE FUNCTION varde.keep_erased_channel()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.channel FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.channel FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.channel REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('owner')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.channel REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('owner')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using (varde.may_see_hidden() OR (visibility = 'public'::text)) with check varde.may_see_hidden()
  grant insert, select, update to varde_editor
table varde.citation row security forced
  id uuid not null
  source uuid not null
  section text
  quote text
  recorded bigint not null
  constraint citation_pkey PRIMARY KEY (id) -- Another citation already has this id.
  constraint citation_source_fkey FOREIGN KEY (source) REFERENCES varde.source(id) DEFERRABLE -- The source of this citation is not a known source.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.citation FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.citation FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.citation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('source')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.citation REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('source')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.concealed_set row security forced
  target text not null
  marks jsonb not null
  constraint concealed_set_pkey PRIMARY KEY (target) -- Another concealed set already has this target.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.concealed_set FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
table varde.concealment row security forced
  is_only boolean not null default true
  generation bigint not null
  constraint concealment_only_one CHECK (is_only) -- There is one concealment.
  constraint concealment_pkey PRIMARY KEY (is_only) -- Another concealment already has this is only.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.concealment FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
table varde.concern row security forced
  id uuid not null
  key text not null
  parent uuid
  least_severity text
  recorded bigint not null
  constraint concern_key_once UNIQUE (key) DEFERRABLE -- Another concern already has this key.
  constraint concern_least_severity_known CHECK ((least_severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  constraint concern_parent_fkey FOREIGN KEY (parent) REFERENCES varde.concern(id) DEFERRABLE -- The parent of this concern is not a known concern.
  constraint concern_pkey PRIMARY KEY (id) -- Another concern already has this id.
  CREATE CONSTRAINT TRIGGER concern_no_cycle AFTER INSERT OR UPDATE ON varde.concern DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle('id', 'parent', 'undated') -- A concern never lies inside itself.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.concern FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.concern FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.concern REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.concern REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.designation row security forced
  id uuid not null
  key text not null
  function uuid not null
  organisation uuid not null
  seat integer not null
  position integer not null
  holding text not null
  person uuid
  visibility text not null
  valid daterange not null
  confirmed_on date
  citation uuid
  holder uuid not null generated as COALESCE(person, '00000000-0000-0000-0000-000000000000'::uuid)
  recorded bigint not null
  constraint designation_cell_once UNIQUE (id, function, organisation, "position", seat, holder, valid) -- Another designation already has this id, function, organisation, position, seat, holder, valid.
  constraint designation_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this designation is not a known citation.
  constraint designation_confirmed_on_dated CHECK (varde.is_dated(confirmed_on)) -- The confirmed on of this designation is a date of four digits.
  constraint designation_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this designation is not a known function.
  constraint designation_held_by_person CHECK (((holding = 'held'::text) = (person IS NOT NULL))) -- A held seat names its person, and only a held seat does.
  constraint designation_holding_known CHECK ((holding = ANY (ARRAY['held'::text, 'unnamed'::text, 'vacant'::text, 'unknown'::text]))) -- A seat is held, unnamed, vacant or unknown.
  constraint designation_key_once UNIQUE (key) DEFERRABLE -- Another designation already has this key.
  constraint designation_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this designation is not a known organisation.
  constraint designation_person_fkey FOREIGN KEY (person) REFERENCES varde.person(id) DEFERRABLE -- The person of this designation is not a known person.
  constraint designation_pkey PRIMARY KEY (id) -- Another designation already has this id.
  constraint designation_position_positive CHECK (("position" >= 1)) -- Positions count from 1: 1 first, 2 deputy.
  constraint designation_seat_positive CHECK ((seat >= 1)) -- Seats count from 1.
  constraint designation_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this designation begins and ends on dates of four digits, or is open.
  constraint designation_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'desk'::text]))) -- Visibility is public or desk.
  CREATE INDEX designation_hidden ON varde.designation USING btree (id) WHERE (visibility <> 'public'::text)
  CREATE INDEX designation_of_person ON varde.designation USING btree (person) WHERE (person IS NOT NULL)
  CREATE INDEX designation_withdrawn ON varde.designation USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.designation FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.designation FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.designation FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.designation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.designation REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using (varde.may_see_hidden() OR (visibility = 'public'::text)) with check varde.may_see_hidden()
  grant insert, select, update to varde_editor
table varde.doubt row security forced
  id uuid not null
  subject_kind text not null
  subject uuid not null
  reason text not null
  citation uuid
  superseded boolean not null default false
  recorded bigint not null
  constraint doubt_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this doubt is not a known citation.
  constraint doubt_pkey PRIMARY KEY (id) -- Another doubt already has this id.
  constraint doubt_reason_said CHECK ((reason <> ''::text)) -- A doubt has a reason.
  constraint doubt_subject_kind_known CHECK (varde.is_subject_kind(subject_kind)) -- A doubt is about a kind of thing that is not known.
  CREATE CONSTRAINT TRIGGER doubt_subject_known AFTER INSERT OR UPDATE ON varde.doubt DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_subject('subject_kind', 'subject') -- A doubt is about something known.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.doubt FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.doubt FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.doubt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.doubt REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.erased row security forced
  digest text not null
  constraint erased_pkey PRIMARY KEY (digest) -- Another erased already has this digest.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.erased FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
table varde.erasure row security forced
  is_only boolean not null default true
  salt uuid not null default gen_random_uuid()
  constraint erasure_only_one CHECK (is_only) -- There is one salt of erasures.
  constraint erasure_pkey PRIMARY KEY (is_only) -- Another erasure already has this is only.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.erasure FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
type varde.fault
  table_name text
  row_id uuid
  constraint_name text
  other_id uuid
  sentence text
table varde.function row security forced
  id uuid not null
  key text not null
  recorded bigint not null
  constraint function_key_once UNIQUE (key) DEFERRABLE -- Another function already has this key.
  constraint function_pkey PRIMARY KEY (id) -- Another function already has this id.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.function FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.function FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.function REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.function REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.generation row security forced
  is_only boolean not null default true
  number bigint not null
  change_set uuid
  actor text
  reason text
  raised_in xid8
  raised_at timestamp with time zone
  lineage uuid not null
  constraint generation_only_one CHECK (is_only) -- There is one generation.
  constraint generation_pkey PRIMARY KEY (is_only)
  CREATE TRIGGER begin_state BEFORE UPDATE ON varde.generation FOR EACH ROW EXECUTE FUNCTION varde.begin_state()
  CREATE CONSTRAINT TRIGGER generation_has_change_set AFTER UPDATE ON varde.generation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.number IS DISTINCT FROM old.number)) EXECUTE FUNCTION varde.refuse_change_without_set() -- A change has a change set.
  CREATE TRIGGER refuse_jump BEFORE UPDATE ON varde.generation FOR EACH ROW EXECUTE FUNCTION varde.refuse_jump()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.generation FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy editor_reads for select to varde_editor using true
  policy owner_keeps for all to varde_owner using true with check true
  grant select to varde_editor
table varde.hidden_set row security forced
  kind text not null
  ids uuid[] not null
  constraint hidden_set_pkey PRIMARY KEY (kind) -- Another hidden set already has this kind.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.hidden_set FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
table varde.history row security forced
  sequence bigint not null generated always as identity
  generation bigint not null
  change_set uuid
  table_name text not null
  row_id uuid not null
  subject uuid not null
  before jsonb
  after jsonb not null
  actor text not null
  reason text
  recorded_at timestamp with time zone not null default now()
  digest bytea not null
  emptied bytea
  constraint history_pkey PRIMARY KEY (sequence)
  CREATE INDEX history_generation ON varde.history USING btree (generation, sequence)
  CREATE INDEX history_row ON varde.history USING btree (row_id, sequence)
  CREATE INDEX history_subject ON varde.history USING btree (subject, sequence)
  CREATE TRIGGER refuse_change BEFORE UPDATE ON varde.history FOR EACH ROW EXECUTE FUNCTION varde.refuse_rewriting()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.history FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy editor_reads for select to varde_editor using true
  policy owner_keeps for all to varde_owner using true with check true
  grant select to varde_editor
table varde.holiday row security forced
  id uuid not null
  day date not null
  name text not null
  superseded boolean not null default false
  recorded bigint not null
  constraint holiday_day_dated CHECK (varde.is_dated(day)) -- The day of this holiday is a date of four digits.
  constraint holiday_name_said CHECK ((name <> ''::text)) -- A holiday has a name.
  constraint holiday_once EXCLUDE USING gist (day WITH =, name WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A holiday is named once for each day.
  constraint holiday_pkey PRIMARY KEY (id) -- Another holiday already has this id.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.holiday FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.holiday FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.holiday REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.holiday REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.lineage row security forced
  sequence bigint not null
  generation bigint not null
  id uuid not null
  constraint lineage_pkey PRIMARY KEY (sequence) -- Another lineage already has this sequence.
  CREATE TRIGGER refuse_change BEFORE UPDATE ON varde.lineage FOR EACH ROW EXECUTE FUNCTION varde.refuse_change()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.lineage FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
table varde.link row security forced
  id uuid not null
  subject_kind text not null
  subject uuid not null
  position integer not null
  text text not null
  url text
  is_usable boolean not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint link_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this link is not a known citation.
  constraint link_pkey PRIMARY KEY (id) -- Another link already has this id.
  constraint link_says_something CHECK (((text <> ''::text) OR (COALESCE(url, ''::text) <> ''::text))) -- A link has a text or an address.
  constraint link_subject_kind_known CHECK (varde.is_subject_kind(subject_kind)) -- A link is of a kind of thing that is not known.
  constraint link_usable_has_url CHECK (((NOT is_usable) OR (url IS NOT NULL))) -- A usable link has an address.
  constraint link_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this link begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.link FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE CONSTRAINT TRIGGER link_subject_known AFTER INSERT OR UPDATE ON varde.link DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_subject('subject_kind', 'subject') -- A link is of something known.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.link FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.link FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.link REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.link REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.measure row security forced
  id uuid not null
  key text not null
  plan uuid not null
  position integer not null
  number text not null
  title text not null
  text text
  status text
  fate text
  concerns uuid[] not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint measure_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this measure is not a known citation.
  constraint measure_concerns_listed CHECK (varde.is_listed(concerns)) -- The concerns of this measure are a plain list without gaps.
  constraint measure_key_once UNIQUE (plan, key) DEFERRABLE -- Another measure already has this plan, key.
  constraint measure_one_per_position EXCLUDE USING gist (plan WITH =, "position" WITH =, valid WITH &&) DEFERRABLE -- A plan has one measure at each position at a time.
  constraint measure_pkey PRIMARY KEY (id) -- Another measure already has this id.
  constraint measure_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this measure is not a known plan.
  constraint measure_title_said CHECK ((title <> ''::text)) -- A measure has a title.
  constraint measure_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this measure begins and ends on dates of four digits, or is open.
  CREATE INDEX measure_withdrawn ON varde.measure USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.measure FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE CONSTRAINT TRIGGER measure_concerns_known AFTER INSERT OR UPDATE ON varde.measure DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_concerns() -- A measure is about known concerns.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.measure FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.measure FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.measure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.measure REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.measure_merge row security forced
  id uuid not null
  measure uuid not null
  merged_into uuid not null
  superseded boolean not null default false
  recorded bigint not null
  constraint measure_merge_measure_fkey FOREIGN KEY (measure) REFERENCES varde.measure(id) DEFERRABLE -- The measure of this measure merge is not a known measure.
  constraint measure_merge_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES varde.measure(id) DEFERRABLE -- The merged into of this measure merge is not a known measure.
  constraint measure_merge_once EXCLUDE USING gist (measure WITH =, merged_into WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A merger is told once.
  constraint measure_merge_other CHECK ((measure <> merged_into)) -- A measure is merged with another one.
  constraint measure_merge_pkey PRIMARY KEY (id) -- Another measure merge already has this id.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.measure_merge FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.measure_merge FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.measure_merge REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('measure')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.measure_merge REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('measure')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.measure_party row security forced
  id uuid not null
  measure uuid not null
  position integer not null
  text text not null
  organisation uuid
  function uuid
  superseded boolean not null default false
  recorded bigint not null
  constraint measure_party_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this measure party is not a known function.
  constraint measure_party_measure_fkey FOREIGN KEY (measure) REFERENCES varde.measure(id) DEFERRABLE -- The measure of this measure party is not a known measure.
  constraint measure_party_one_per_position EXCLUDE USING gist (measure WITH =, "position" WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A measure has one party at each position.
  constraint measure_party_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this measure party is not a known organisation.
  constraint measure_party_pkey PRIMARY KEY (id) -- Another measure party already has this id.
  constraint measure_party_position_positive CHECK (("position" >= 1)) -- Parties count from 1, the main one first.
  constraint measure_party_text_said CHECK ((text <> ''::text)) -- A responsible party is written as in the source.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.measure_party FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.measure_party FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.measure_party REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('measure')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.measure_party REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('measure')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.name row security forced
  id uuid not null
  subject_kind text not null
  subject uuid not null
  language text not null
  kind text not null
  text text not null
  plan uuid
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint name_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this name is not a known citation.
  constraint name_kind_known CHECK ((kind = ANY (ARRAY['official'::text, 'short'::text, 'former'::text, 'alias'::text, 'synonym'::text, 'misprint'::text]))) -- A name is official, short, former, alias, synonym or misprint.
  constraint name_language_formed CHECK ((language ~ '^[a-z]{2,3}$'::text)) -- A language is two or three small letters.
  constraint name_once EXCLUDE USING gist (subject WITH =, subject_kind WITH =, text WITH =, language WITH =, kind WITH =, COALESCE(plan, varde.root()) WITH =, valid WITH &&) WHERE ((text <> ''::text)) DEFERRABLE -- The same name is told once for a thing at a time.
  constraint name_one_official EXCLUDE USING gist (subject WITH =, subject_kind WITH =, language WITH =, COALESCE(plan, varde.root()) WITH =, valid WITH &&) WHERE (((kind = 'official'::text) AND (text <> ''::text))) DEFERRABLE -- A thing has one official name in a language at a time.
  constraint name_pkey PRIMARY KEY (id) -- Another name already has this id.
  constraint name_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this name is not a known plan.
  constraint name_subject_kind_known CHECK (varde.is_subject_kind(subject_kind)) -- A name is of a kind of thing that is not known.
  constraint name_text_said CHECK (((text <> ''::text) OR (subject_kind = 'person'::text))) -- A name is not empty.
  constraint name_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this name begins and ends on dates of four digits, or is open.
  CREATE INDEX name_of_subject ON varde.name USING btree (subject)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.name FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER keep_erased BEFORE INSERT OR UPDATE ON varde.name FOR EACH ROW EXECUTE FUNCTION varde.keep_erased_name()
  CREATE CONSTRAINT TRIGGER name_subject_known AFTER INSERT OR UPDATE ON varde.name DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_subject('subject_kind', 'subject') -- A name is of something known.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.name FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.name FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.name REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.name REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('subject')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using ((subject_kind <> 'person'::text) OR varde.may_see_hidden() OR (EXISTS ( SELECT 1 FROM varde.person p WHERE (p.id = name.subject)))) with check varde.may_see_hidden()
  grant insert, select, update to varde_editor
table varde.notice row security forced
  id uuid not null
  key text not null
  plan uuid not null
  kind text not null
  about_kind text
  about uuid
  text text not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint notice_about_kind_known CHECK ((about_kind = ANY (ARRAY['area'::text, 'organisation'::text, 'function'::text, 'person'::text, 'designation'::text, 'channel'::text, 'concern'::text, 'plan'::text, 'rule'::text, 'step'::text, 'notice'::text, 'measure'::text, 'offering'::text, 'source'::text, 'area-kind'::text, 'organisation-kind'::text, 'reading-matter'::text]))) -- A notice is about a kind of thing that is not known.
  constraint notice_about_whole CHECK (((about_kind IS NULL) = (about IS NULL))) -- What a notice is about has a kind and an id.
  constraint notice_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this notice is not a known citation.
  constraint notice_key_once UNIQUE (plan, key) DEFERRABLE -- Another notice already has this plan, key.
  constraint notice_kind_known CHECK ((kind = ANY (ARRAY['anonymity'::text, 'confidentiality'::text, 'duty'::text, 'consent'::text, 'parents'::text, 'cost'::text, 'voluntary'::text, 'definition'::text, 'advice'::text, 'what-happens-next'::text, 'responsibility'::text]))) -- That kind of notice is not known.
  constraint notice_pkey PRIMARY KEY (id) -- Another notice already has this id.
  constraint notice_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this notice is not a known plan.
  constraint notice_text_said CHECK ((text <> ''::text)) -- A notice says something.
  constraint notice_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this notice begins and ends on dates of four digits, or is open.
  CREATE INDEX notice_withdrawn ON varde.notice USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.notice FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE CONSTRAINT TRIGGER notice_about_known AFTER INSERT OR UPDATE ON varde.notice DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_unknown_subject('about_kind', 'about') -- A notice is about something known.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.notice FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.notice FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.notice REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.notice REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.notice_case row security forced
  id uuid not null
  notice uuid not null
  area uuid not null default varde.root()
  unit uuid not null default varde.root()
  unit_kind uuid not null default varde.root()
  concern uuid not null default varde.root()
  function uuid not null default varde.root()
  asker text not null
  severity text not null
  ages int4range not null default '(,)'::int4range
  extended_through integer
  condition text
  is_end_unstated boolean not null default false
  wish text
  superseded boolean not null default false
  recorded bigint not null
  constraint notice_case_ages_possible CHECK (((NOT isempty(ages)) AND (lower_inf(ages) OR (lower(ages) >= '-1'::integer)) AND (upper_inf(ages) OR (upper(ages) <= 131)))) -- Ages go from unborn (-1) to 130, the first not after the last.
  constraint notice_case_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this notice case is not a known area.
  constraint notice_case_asker_known CHECK ((asker = ANY (varde.known_askers()))) -- That asker is not one of the known ones.
  constraint notice_case_concern_fkey FOREIGN KEY (concern) REFERENCES varde.concern(id) DEFERRABLE -- The concern of this notice case is not a known concern.
  constraint notice_case_extension_beyond CHECK (((extended_through IS NULL) OR ((NOT upper_inf(ages)) AND (extended_through >= upper(ages)) AND (extended_through <= 130)))) -- The extended age lies beyond the last firm age, and is 130 at most.
  constraint notice_case_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this notice case is not a known function.
  constraint notice_case_notice_fkey FOREIGN KEY (notice) REFERENCES varde.notice(id) DEFERRABLE -- The notice of this notice case is not a known notice.
  constraint notice_case_once EXCLUDE USING gist (notice WITH =, area WITH =, unit WITH =, unit_kind WITH =, concern WITH =, function WITH =, asker WITH =, severity WITH =, ages WITH =, COALESCE(wish, ''::text) WITH =) WHERE ((NOT superseded)) DEFERRABLE -- The same condition is told once for each notice.
  constraint notice_case_pkey PRIMARY KEY (id) -- Another notice case already has this id.
  constraint notice_case_severity_known CHECK ((severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  constraint notice_case_unit_fkey FOREIGN KEY (unit) REFERENCES varde.organisation(id) DEFERRABLE -- The unit of this notice case is not a known organisation.
  constraint notice_case_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The unit kind of this notice case is not a known organisation kind.
  constraint notice_case_unit_or_kind CHECK (((unit = varde.root()) OR (unit_kind = varde.root()))) -- A condition names a unit or a kind of unit, not both.
  constraint notice_case_wish_known CHECK ((wish = ANY (ARRAY['anonymous'::text, 'in-writing'::text, 'not-police'::text]))) -- A wish is anonymous, in-writing or not-police.
  CREATE INDEX notice_case_of_notice ON varde.notice_case USING btree (notice)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.notice_case FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.notice_case FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.notice_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('notice')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.notice_case REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('notice')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.offering row security forced
  id uuid not null
  key text not null
  provider uuid not null
  text text
  conditions text[] not null
  valid daterange not null
  confirmed_on date
  citation uuid
  recorded bigint not null
  constraint offering_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this offering is not a known citation.
  constraint offering_conditions_listed CHECK (varde.is_listed(conditions)) -- The conditions of this offering are a plain list without gaps.
  constraint offering_confirmed_on_dated CHECK (varde.is_dated(confirmed_on)) -- The confirmed on of this offering is a date of four digits.
  constraint offering_key_once UNIQUE (key) DEFERRABLE -- Another offering already has this key.
  constraint offering_pkey PRIMARY KEY (id) -- Another offering already has this id.
  constraint offering_provider_fkey FOREIGN KEY (provider) REFERENCES varde.organisation(id) DEFERRABLE -- The provider of this offering is not a known organisation.
  constraint offering_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this offering begins and ends on dates of four digits, or is open.
  CREATE INDEX offering_withdrawn ON varde.offering USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.offering FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.offering FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.offering FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.offering REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.offering REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.offering_case row security forced
  id uuid not null
  offering uuid not null
  area uuid not null default varde.root()
  unit uuid not null default varde.root()
  unit_kind uuid not null default varde.root()
  concern uuid not null default varde.root()
  function uuid not null default varde.root()
  asker text not null
  severity text not null
  ages int4range not null default '(,)'::int4range
  extended_through integer
  condition text
  is_end_unstated boolean not null default false
  wish text
  superseded boolean not null default false
  recorded bigint not null
  constraint offering_case_ages_possible CHECK (((NOT isempty(ages)) AND (lower_inf(ages) OR (lower(ages) >= '-1'::integer)) AND (upper_inf(ages) OR (upper(ages) <= 131)))) -- Ages go from unborn (-1) to 130, the first not after the last.
  constraint offering_case_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this offering case is not a known area.
  constraint offering_case_asker_known CHECK ((asker = ANY (varde.known_askers()))) -- That asker is not one of the known ones.
  constraint offering_case_concern_fkey FOREIGN KEY (concern) REFERENCES varde.concern(id) DEFERRABLE -- The concern of this offering case is not a known concern.
  constraint offering_case_extension_beyond CHECK (((extended_through IS NULL) OR ((NOT upper_inf(ages)) AND (extended_through >= upper(ages)) AND (extended_through <= 130)))) -- The extended age lies beyond the last firm age, and is 130 at most.
  constraint offering_case_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this offering case is not a known function.
  constraint offering_case_offering_fkey FOREIGN KEY (offering) REFERENCES varde.offering(id) DEFERRABLE -- The offering of this offering case is not a known offering.
  constraint offering_case_once EXCLUDE USING gist (offering WITH =, area WITH =, unit WITH =, unit_kind WITH =, concern WITH =, function WITH =, asker WITH =, severity WITH =, ages WITH =, COALESCE(wish, ''::text) WITH =) WHERE ((NOT superseded)) DEFERRABLE -- The same condition is told once for each offering.
  constraint offering_case_pkey PRIMARY KEY (id) -- Another offering case already has this id.
  constraint offering_case_severity_known CHECK ((severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  constraint offering_case_unit_fkey FOREIGN KEY (unit) REFERENCES varde.organisation(id) DEFERRABLE -- The unit of this offering case is not a known organisation.
  constraint offering_case_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The unit kind of this offering case is not a known organisation kind.
  constraint offering_case_unit_or_kind CHECK (((unit = varde.root()) OR (unit_kind = varde.root()))) -- A condition names a unit or a kind of unit, not both.
  constraint offering_case_wish_known CHECK ((wish = ANY (ARRAY['anonymous'::text, 'in-writing'::text, 'not-police'::text]))) -- A wish is anonymous, in-writing or not-police.
  CREATE INDEX offering_case_of_offering ON varde.offering_case USING btree (offering)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.offering_case FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.offering_case FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.offering_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('offering')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.offering_case REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('offering')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.opening row security forced
  id uuid not null
  channel uuid not null
  weekdays integer not null
  from_minute integer not null
  until_minute integer not null
  holidays text not null
  superseded boolean not null default false
  recorded bigint not null
  constraint opening_channel_fkey FOREIGN KEY (channel) REFERENCES varde.channel(id) DEFERRABLE -- The channel of this opening is not a known channel.
  constraint opening_from_in_day CHECK (((from_minute >= 0) AND (from_minute <= 1439))) -- An opening begins between 00:00 and 23:59.
  constraint opening_holidays_known CHECK ((holidays = ANY (ARRAY['included'::text, 'excluded'::text, 'unstated'::text]))) -- Holidays are included, excluded or unstated.
  constraint opening_once EXCLUDE USING gist (channel WITH =, weekdays WITH =, from_minute WITH =, until_minute WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A window is told once for a channel.
  constraint opening_pkey PRIMARY KEY (id) -- Another opening already has this id.
  constraint opening_until_in_day CHECK (((until_minute >= 1) AND (until_minute <= 1440))) -- An opening ends between 00:01 and 24:00.
  constraint opening_weekdays_some CHECK (((weekdays >= 1) AND (weekdays <= 255))) -- An opening names one weekday or more, or public holidays.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.opening FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.opening FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.opening REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('channel')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.opening REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('channel')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation row security forced
  id uuid not null
  key text not null
  recorded bigint not null
  constraint organisation_key_once UNIQUE (key) DEFERRABLE -- Another organisation already has this key.
  constraint organisation_pkey PRIMARY KEY (id) -- Another organisation already has this id.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation_form row security forced
  id uuid not null
  organisation uuid not null
  kind uuid not null
  orgnr text
  location uuid
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint organisation_form_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this organisation form is not a known citation.
  constraint organisation_form_kind_fkey FOREIGN KEY (kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The kind of this organisation form is not a known organisation kind.
  constraint organisation_form_location_fkey FOREIGN KEY (location) REFERENCES varde.area(id) DEFERRABLE -- The location of this organisation form is not a known area.
  constraint organisation_form_one EXCLUDE USING gist (organisation WITH =, valid WITH &&) DEFERRABLE -- An organisation has one form at a time.
  constraint organisation_form_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this organisation form is not a known organisation.
  constraint organisation_form_orgnr_checked CHECK (varde.is_orgnr(orgnr)) -- An organisation number has nine digits, the last of them the check digit (modulo 11).
  constraint organisation_form_orgnr_once EXCLUDE USING gist (orgnr WITH =, valid WITH &&) WHERE ((orgnr IS NOT NULL)) DEFERRABLE -- An organisation number belongs to one organisation at a time.
  constraint organisation_form_pkey PRIMARY KEY (id) -- Another organisation form already has this id.
  constraint organisation_form_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this organisation form begins and ends on dates of four digits, or is open.
  CREATE INDEX organisation_form_withdrawn ON varde.organisation_form USING btree (organisation) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.organisation_form FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation_form FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation_form FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation_form REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation_form REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation_kind row security forced
  id uuid not null
  key text not null
  parent uuid
  recorded bigint not null
  constraint organisation_kind_key_once UNIQUE (key) DEFERRABLE -- Another organisation kind already has this key.
  constraint organisation_kind_parent_fkey FOREIGN KEY (parent) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The parent of this organisation kind is not a known organisation kind.
  constraint organisation_kind_pkey PRIMARY KEY (id) -- Another organisation kind already has this id.
  CREATE CONSTRAINT TRIGGER organisation_kind_no_cycle AFTER INSERT OR UPDATE ON varde.organisation_kind DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle('id', 'parent', 'undated') -- A kind of organisation never lies inside itself.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation_kind FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation_kind FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation_kind REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation_kind REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation_member row security forced
  id uuid not null
  organisation uuid not null
  position integer not null
  text text not null
  member uuid
  function uuid
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint organisation_member_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this organisation member is not a known citation.
  constraint organisation_member_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this organisation member is not a known function.
  constraint organisation_member_member_fkey FOREIGN KEY (member) REFERENCES varde.organisation(id) DEFERRABLE -- The member of this organisation member is not a known organisation.
  constraint organisation_member_one_per_position EXCLUDE USING gist (organisation WITH =, "position" WITH =, valid WITH &&) DEFERRABLE -- One member stands at each position at a time.
  constraint organisation_member_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this organisation member is not a known organisation.
  constraint organisation_member_pkey PRIMARY KEY (id) -- Another organisation member already has this id.
  constraint organisation_member_position_positive CHECK (("position" >= 1)) -- The position of a member is 1 or more.
  constraint organisation_member_text_said CHECK ((text <> ''::text)) -- A member is written as in the source.
  constraint organisation_member_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this organisation member begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.organisation_member FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation_member FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation_member FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation_member REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation_member REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation_parent row security forced
  id uuid not null
  organisation uuid not null
  parent uuid not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint organisation_parent_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this organisation parent is not a known citation.
  constraint organisation_parent_one EXCLUDE USING gist (organisation WITH =, valid WITH &&) DEFERRABLE -- An organisation belongs to one parent at a time.
  constraint organisation_parent_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this organisation parent is not a known organisation.
  constraint organisation_parent_parent_fkey FOREIGN KEY (parent) REFERENCES varde.organisation(id) DEFERRABLE -- The parent of this organisation parent is not a known organisation.
  constraint organisation_parent_pkey PRIMARY KEY (id) -- Another organisation parent already has this id.
  constraint organisation_parent_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this organisation parent begins and ends on dates of four digits, or is open.
  CREATE INDEX organisation_parent_of_parent ON varde.organisation_parent USING btree (parent)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.organisation_parent FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE CONSTRAINT TRIGGER organisation_parent_no_cycle AFTER INSERT OR UPDATE ON varde.organisation_parent DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle('organisation', 'parent', 'dated') -- An organisation never belongs to itself.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation_parent FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation_parent FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation_parent REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation_parent REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.organisation_service row security forced
  id uuid not null
  organisation uuid not null
  area uuid not null default varde.root()
  unit uuid not null default varde.root()
  unit_kind uuid not null default varde.root()
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint organisation_service_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this organisation service is not a known area.
  constraint organisation_service_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this organisation service is not a known citation.
  constraint organisation_service_once EXCLUDE USING gist (organisation WITH =, area WITH =, unit WITH =, unit_kind WITH =, valid WITH &&) DEFERRABLE -- An organisation serves the same area and unit once at a time.
  constraint organisation_service_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this organisation service is not a known organisation.
  constraint organisation_service_pkey PRIMARY KEY (id) -- Another organisation service already has this id.
  constraint organisation_service_serves_something CHECK (((area <> varde.root()) OR (unit <> varde.root()) OR (unit_kind <> varde.root()))) -- A service names the area, the unit or the kind of unit that is served.
  constraint organisation_service_unit_fkey FOREIGN KEY (unit) REFERENCES varde.organisation(id) DEFERRABLE -- The unit of this organisation service is not a known organisation.
  constraint organisation_service_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The unit kind of this organisation service is not a known organisation kind.
  constraint organisation_service_unit_or_kind CHECK (((unit = varde.root()) OR (unit_kind = varde.root()))) -- A service names a unit or a kind of unit, not both.
  constraint organisation_service_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this organisation service begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.organisation_service FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.organisation_service FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.organisation_service FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.organisation_service REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.organisation_service REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('organisation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.person row security forced
  id uuid not null
  key text not null
  visibility text not null
  salt uuid default gen_random_uuid()
  recorded bigint not null
  constraint person_key_once UNIQUE (key) DEFERRABLE -- Another person already has this key.
  constraint person_pkey PRIMARY KEY (id) -- Another person already has this id.
  constraint person_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'desk'::text]))) -- Visibility is public or desk.
  CREATE INDEX person_hidden ON varde.person USING btree (id) WHERE (visibility <> 'public'::text)
  CREATE TRIGGER keep_erased BEFORE INSERT OR UPDATE ON varde.person FOR EACH ROW EXECUTE FUNCTION varde.keep_erased()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.person FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.person FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.person REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.person REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using (varde.may_see_hidden() OR (NOT (id IN ( SELECT x.x FROM varde.hidden_ids('person'::text) x(x))))) with check varde.may_see_hidden()
  grant insert, select, update to varde_editor
table varde.person_detail row security forced
  id uuid not null
  name text
  recorded bigint not null
  constraint person_detail_id_fkey FOREIGN KEY (id) REFERENCES varde.person(id) DEFERRABLE -- The id of this person detail is not a known person.
  constraint person_detail_name_said CHECK ((name <> ''::text)) -- The name of a person is said.
  constraint person_detail_pkey PRIMARY KEY (id) -- Another person detail already has this id.
  CREATE TRIGGER keep_erased BEFORE INSERT OR UPDATE ON varde.person_detail FOR EACH ROW EXECUTE FUNCTION varde.keep_erased()
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.person_detail FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.person_detail FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.person_detail REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.person_detail REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using (varde.may_see_hidden() OR (EXISTS ( SELECT 1 FROM varde.person p WHERE (p.id = person_detail.id)))) with check varde.may_see_hidden()
  grant insert, select, update to varde_editor
table varde.plan row security forced
  id uuid not null
  key text not null
  level text not null
  owner uuid
  area uuid not null
  source uuid not null
  title text not null
  version text
  day date not null
  period daterange not null
  valid daterange not null
  follows uuid
  recorded bigint not null
  constraint plan_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this plan is not a known area.
  constraint plan_day_dated CHECK (varde.is_dated(day)) -- The day of this plan is a date of four digits.
  constraint plan_follows_fkey FOREIGN KEY (follows) REFERENCES varde.plan(id) DEFERRABLE -- The follows of this plan is not a known plan.
  constraint plan_key_once UNIQUE (key) DEFERRABLE -- Another plan already has this key.
  constraint plan_level_known CHECK ((level = ANY (ARRAY['municipality'::text, 'police-district'::text, 'county'::text, 'service'::text, 'nation'::text]))) -- A plan is of a municipality, police-district, county, service or nation.
  constraint plan_owner_fkey FOREIGN KEY (owner) REFERENCES varde.organisation(id) DEFERRABLE -- The owner of this plan is not a known organisation.
  constraint plan_period_bounded CHECK (varde.is_bounded(period)) -- The period of this plan begins and ends on dates of four digits, or is open.
  constraint plan_period_some CHECK ((NOT isempty(period))) -- The period of a plan is not empty.
  constraint plan_pkey PRIMARY KEY (id) -- Another plan already has this id.
  constraint plan_source_fkey FOREIGN KEY (source) REFERENCES varde.source(id) DEFERRABLE -- The source of this plan is not a known source.
  constraint plan_title_said CHECK ((title <> ''::text)) -- A plan has a title.
  constraint plan_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this plan begins and ends on dates of four digits, or is open.
  CREATE INDEX plan_withdrawn ON varde.plan USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.plan FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE CONSTRAINT TRIGGER plan_no_cycle AFTER INSERT OR UPDATE ON varde.plan DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION varde.refuse_cycle('id', 'follows', 'undated') -- A plan never follows itself.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.plan FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.plan FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.plan REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.postcode row security forced
  id uuid not null
  code text not null
  place text not null
  area uuid not null
  valid daterange not null
  recorded bigint not null
  constraint postcode_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this postcode is not a known area.
  constraint postcode_four_digits CHECK ((code ~ '^[0-9]{4}$'::text)) -- A postcode has four digits.
  constraint postcode_one_area EXCLUDE USING gist (code WITH =, valid WITH &&) DEFERRABLE -- A postcode lies in one area at a time.
  constraint postcode_pkey PRIMARY KEY (id) -- Another postcode already has this id.
  constraint postcode_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this postcode begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.postcode FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.postcode FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.postcode FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.postcode REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.postcode REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('area')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.reading_matter row security forced
  id uuid not null
  plan uuid not null
  kind text not null
  heading text not null
  position integer not null
  text text not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint reading_matter_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this reading matter is not a known citation.
  constraint reading_matter_kind_known CHECK ((kind = ANY (ARRAY['sign'::text, 'risk'::text, 'protective'::text, 'push'::text, 'pull'::text, 'process'::text]))) -- Reading matter is sign, risk, protective, push, pull or process.
  constraint reading_matter_one_per_position EXCLUDE USING gist (plan WITH =, kind WITH =, heading WITH =, "position" WITH =, valid WITH &&) DEFERRABLE -- A list has one line at each position at a time.
  constraint reading_matter_pkey PRIMARY KEY (id) -- Another reading matter already has this id.
  constraint reading_matter_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this reading matter is not a known plan.
  constraint reading_matter_text_said CHECK ((text <> ''::text)) -- Reading matter says something.
  constraint reading_matter_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this reading matter begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.reading_matter FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.reading_matter FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.reading_matter FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.reading_matter REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.reading_matter REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.remit row security forced
  id uuid not null
  designation uuid not null
  area uuid not null default varde.root()
  unit uuid not null default varde.root()
  unit_kind uuid not null default varde.root()
  concern uuid not null default varde.root()
  asker text not null
  severity text not null
  ages int4range not null default '(,)'::int4range
  extended_through integer
  condition text
  is_end_unstated boolean not null default false
  function uuid not null
  organisation uuid not null
  position integer not null
  seat integer not null
  holder uuid not null
  valid daterange not null
  superseded boolean not null default false
  recorded bigint not null
  constraint remit_ages_possible CHECK (((NOT isempty(ages)) AND (lower_inf(ages) OR (lower(ages) >= '-1'::integer)) AND (upper_inf(ages) OR (upper(ages) <= 131)))) -- Ages go from unborn (-1) to 130, the first not after the last.
  constraint remit_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this remit is not a known area.
  constraint remit_asker_known CHECK ((asker = ANY (varde.known_askers()))) -- That asker is not one of the known ones.
  constraint remit_cell_free EXCLUDE USING gist (organisation WITH =, function WITH =, area WITH =, unit WITH =, unit_kind WITH =, concern WITH =, "position" WITH =, seat WITH =, asker WITH =, severity WITH =, ages WITH =, valid WITH &&) WHERE ((NOT superseded)) DEFERRABLE -- Two designations have the same seat of a function for the same cell at the same time.
  constraint remit_cell_held FOREIGN KEY (designation, function, organisation, "position", seat, holder, valid) REFERENCES varde.designation(id, function, organisation, "position", seat, holder, valid) ON UPDATE CASCADE DEFERRABLE -- A remit repeats the function, organisation, position, seat, holder and time of its designation.
  constraint remit_concern_fkey FOREIGN KEY (concern) REFERENCES varde.concern(id) DEFERRABLE -- The concern of this remit is not a known concern.
  constraint remit_designation_fkey FOREIGN KEY (designation) REFERENCES varde.designation(id) DEFERRABLE -- The designation of this remit is not a known designation.
  constraint remit_extension_beyond CHECK (((extended_through IS NULL) OR ((NOT upper_inf(ages)) AND (extended_through >= upper(ages)) AND (extended_through <= 130)))) -- The extended age lies beyond the last firm age, and is 130 at most.
  constraint remit_holder_once EXCLUDE USING gist (holder WITH =, function WITH =, organisation WITH =, area WITH =, unit WITH =, unit_kind WITH =, concern WITH =, asker WITH =, severity WITH =, ages WITH =, valid WITH &&) WHERE (((NOT superseded) AND (holder <> '00000000-0000-0000-0000-000000000000'::uuid))) DEFERRABLE -- The same person holds a function twice for the same cell at the same time.
  constraint remit_pkey PRIMARY KEY (id) -- Another remit already has this id.
  constraint remit_severity_known CHECK ((severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  constraint remit_unit_fkey FOREIGN KEY (unit) REFERENCES varde.organisation(id) DEFERRABLE -- The unit of this remit is not a known organisation.
  constraint remit_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The unit kind of this remit is not a known organisation kind.
  constraint remit_unit_or_kind CHECK (((unit = varde.root()) OR (unit_kind = varde.root()))) -- A remit names a unit or a kind of unit, not both.
  CREATE INDEX remit_of_designation ON varde.remit USING btree (designation)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.remit FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER repeat_designation BEFORE INSERT OR UPDATE ON varde.remit FOR EACH ROW EXECUTE FUNCTION varde.repeat_designation()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.remit FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.remit REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('designation')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.remit REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('designation')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.rule row security forced
  id uuid not null
  key text not null
  plan uuid not null
  tier text not null
  text text not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint rule_cell_once UNIQUE (id, plan, tier, valid) -- Another rule already has this id, plan, tier, valid.
  constraint rule_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this rule is not a known citation.
  constraint rule_key_once UNIQUE (plan, key) DEFERRABLE -- Another rule already has this plan, key.
  constraint rule_pkey PRIMARY KEY (id) -- Another rule already has this id.
  constraint rule_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this rule is not a known plan.
  constraint rule_text_said CHECK ((text <> ''::text)) -- A rule says why in a sentence.
  constraint rule_tier_known CHECK ((tier = ANY (ARRAY['serious'::text, 'ordinary'::text, 'fallback'::text]))) -- A rule is serious, ordinary or fallback.
  constraint rule_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this rule begins and ends on dates of four digits, or is open.
  CREATE INDEX rule_withdrawn ON varde.rule USING btree (id) WHERE isempty(valid)
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.rule FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.rule FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.rule FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.rule REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.rule_case row security forced
  id uuid not null
  rule uuid not null
  area uuid not null default varde.root()
  unit uuid not null default varde.root()
  unit_kind uuid not null default varde.root()
  concern uuid not null default varde.root()
  function uuid not null default varde.root()
  asker text not null
  severity text not null
  ages int4range not null default '(,)'::int4range
  extended_through integer
  condition text
  is_end_unstated boolean not null default false
  wish text
  plan uuid not null
  tier text not null
  valid daterange not null
  superseded boolean not null default false
  recorded bigint not null
  constraint rule_case_ages_possible CHECK (((NOT isempty(ages)) AND (lower_inf(ages) OR (lower(ages) >= '-1'::integer)) AND (upper_inf(ages) OR (upper(ages) <= 131)))) -- Ages go from unborn (-1) to 130, the first not after the last.
  constraint rule_case_area_fkey FOREIGN KEY (area) REFERENCES varde.area(id) DEFERRABLE -- The area of this rule case is not a known area.
  constraint rule_case_asker_known CHECK ((asker = ANY (varde.known_askers()))) -- That asker is not one of the known ones.
  constraint rule_case_cell_free EXCLUDE USING gist (plan WITH =, tier WITH =, area WITH =, unit WITH =, unit_kind WITH =, concern WITH =, function WITH =, asker WITH =, severity WITH =, ages WITH =, COALESCE(wish, ''::text) WITH =, valid WITH &&) WHERE ((NOT superseded)) DEFERRABLE -- Two rules of one plan and tier have the same condition at the same time.
  constraint rule_case_cell_held FOREIGN KEY (rule, plan, tier, valid) REFERENCES varde.rule(id, plan, tier, valid) ON UPDATE CASCADE DEFERRABLE -- A condition repeats the plan, tier and time of its rule.
  constraint rule_case_concern_fkey FOREIGN KEY (concern) REFERENCES varde.concern(id) DEFERRABLE -- The concern of this rule case is not a known concern.
  constraint rule_case_extension_beyond CHECK (((extended_through IS NULL) OR ((NOT upper_inf(ages)) AND (extended_through >= upper(ages)) AND (extended_through <= 130)))) -- The extended age lies beyond the last firm age, and is 130 at most.
  constraint rule_case_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this rule case is not a known function.
  constraint rule_case_pkey PRIMARY KEY (id) -- Another rule case already has this id.
  constraint rule_case_rule_fkey FOREIGN KEY (rule) REFERENCES varde.rule(id) DEFERRABLE -- The rule of this rule case is not a known rule.
  constraint rule_case_severity_known CHECK ((severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  constraint rule_case_unit_fkey FOREIGN KEY (unit) REFERENCES varde.organisation(id) DEFERRABLE -- The unit of this rule case is not a known organisation.
  constraint rule_case_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The unit kind of this rule case is not a known organisation kind.
  constraint rule_case_unit_or_kind CHECK (((unit = varde.root()) OR (unit_kind = varde.root()))) -- A condition names a unit or a kind of unit, not both.
  constraint rule_case_wish_known CHECK ((wish = ANY (ARRAY['anonymous'::text, 'in-writing'::text, 'not-police'::text]))) -- A wish is anonymous, in-writing or not-police.
  CREATE INDEX rule_case_of_rule ON varde.rule_case USING btree (rule)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.rule_case FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER repeat_rule BEFORE INSERT OR UPDATE ON varde.rule_case FOR EACH ROW EXECUTE FUNCTION varde.repeat_rule()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.rule_case FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.rule_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('rule')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.rule_case REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('rule')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.rule_target row security forced
  id uuid not null
  rule uuid not null
  rung integer not null
  door integer not null
  target_kind text not null
  function uuid
  organisation uuid
  organisation_kind uuid
  offering uuid
  words text
  covers boolean not null
  superseded boolean not null default false
  recorded bigint not null
  constraint rule_target_function_fkey FOREIGN KEY (function) REFERENCES varde.function(id) DEFERRABLE -- The function of this rule target is not a known function.
  constraint rule_target_kind_known CHECK ((target_kind = ANY (ARRAY['function'::text, 'organisation'::text, 'organisation-kind'::text, 'offering'::text, 'own-workplace'::text, 'described'::text]))) -- A target is a function, organisation, organisation-kind, offering, own-workplace or described.
  constraint rule_target_leads_somewhere CHECK ((((target_kind = 'function'::text) = (function IS NOT NULL)) AND ((target_kind = 'organisation'::text) = (organisation IS NOT NULL)) AND ((target_kind = 'organisation-kind'::text) = (organisation_kind IS NOT NULL)) AND ((target_kind = 'offering'::text) = (offering IS NOT NULL)) AND ((target_kind = ANY (ARRAY['own-workplace'::text, 'described'::text])) = (COALESCE(words, ''::text) <> ''::text)))) -- A target names exactly what its kind says.
  constraint rule_target_offering_fkey FOREIGN KEY (offering) REFERENCES varde.offering(id) DEFERRABLE -- The offering of this rule target is not a known offering.
  constraint rule_target_one_per_door EXCLUDE USING gist (rule WITH =, rung WITH =, door WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A rule has one target for each rung and door.
  constraint rule_target_organisation_fkey FOREIGN KEY (organisation) REFERENCES varde.organisation(id) DEFERRABLE -- The organisation of this rule target is not a known organisation.
  constraint rule_target_organisation_kind_fkey FOREIGN KEY (organisation_kind) REFERENCES varde.organisation_kind(id) DEFERRABLE -- The organisation kind of this rule target is not a known organisation kind.
  constraint rule_target_pkey PRIMARY KEY (id) -- Another rule target already has this id.
  constraint rule_target_rule_fkey FOREIGN KEY (rule) REFERENCES varde.rule(id) DEFERRABLE -- The rule of this rule target is not a known rule.
  constraint rule_target_rung_positive CHECK (((rung >= 1) AND (door >= 1))) -- Rungs and doors count from 1.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.rule_target FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.rule_target FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.rule_target REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('rule')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.rule_target REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('rule')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.schema_migration row security forced
  number integer not null
  name text not null
  sha256 text not null
  oldest_reading_program integer not null
  applied_at timestamp with time zone not null default now()
  constraint schema_migration_pkey PRIMARY KEY (number)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.schema_migration FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy editor_reads for select to varde_editor using true
  policy owner_keeps for all to varde_owner using true with check true
  grant select to varde_editor
type varde.secret
  phrases text[]
  runs text[]
  hint text
table varde.seed_file row security forced
  name text not null
  recorded bigint not null
  constraint seed_file_not_mixed EXCLUDE USING gist ((
CASE
    WHEN (name ~~ 'synthetic-%'::text) THEN 1
    ELSE 0
END) WITH <>) -- An invented country, for measuring, and real seeds never share a registry.
  constraint seed_file_pkey PRIMARY KEY (name) -- Another seed file already has this name.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.seed_file FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.seed_file FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('unidentified')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.seed_row row security forced
  seed text not null
  table_name text not null
  row_id uuid not null
  withdrawn boolean not null default false
  recorded bigint not null
  constraint seed_row_pkey PRIMARY KEY (seed, table_name, row_id) -- Another seed row already has this seed, table name, row id.
  constraint seed_row_seed_fkey FOREIGN KEY (seed) REFERENCES varde.seed_file(name) DEFERRABLE -- The seed of this seed row is not a known seed file.
  CREATE INDEX seed_row_row ON varde.seed_row USING btree (table_name, row_id)
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.seed_row FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.seed_row FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('unidentified')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.severity_word row security forced
  id uuid not null
  plan uuid not null
  word text not null
  severity text not null
  superseded boolean not null default false
  recorded bigint not null
  constraint severity_word_once EXCLUDE USING gist (plan WITH =, word WITH =) WHERE ((NOT superseded)) DEFERRABLE -- A word means one severity in a plan.
  constraint severity_word_pkey PRIMARY KEY (id) -- Another severity word already has this id.
  constraint severity_word_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this severity word is not a known plan.
  constraint severity_word_said CHECK ((word <> ''::text)) -- A severity word is not empty.
  constraint severity_word_severity_known CHECK ((severity = ANY (varde.known_severities()))) -- Severity is question, mild, clarified, grave or acute.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.severity_word FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.severity_word FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.severity_word REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.severity_word REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.source row security forced
  id uuid not null
  key text not null
  title text not null
  publisher text
  version text
  day date
  licence text
  url text
  recorded bigint not null
  constraint source_day_dated CHECK (varde.is_dated(day)) -- The day of this source is a date of four digits.
  constraint source_key_once UNIQUE (key) DEFERRABLE -- Another source already has this key.
  constraint source_pkey PRIMARY KEY (id) -- Another source already has this id.
  constraint source_title_said CHECK ((title <> ''::text)) -- A source has a title.
  constraint source_url_absolute CHECK ((url ~ '^https?://'::text)) -- The address of a source begins with http:// or https://.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.source FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.source FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.source REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.source REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('id')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.step row security forced
  id uuid not null
  plan uuid not null
  position integer not null
  number text not null
  title text not null
  text text not null
  responsible text[] not null
  severities text[] not null
  askers text[] not null
  valid daterange not null
  citation uuid
  recorded bigint not null
  constraint step_askers_known CHECK ((askers <@ varde.known_askers())) -- That asker is not one of the known ones.
  constraint step_askers_listed CHECK (varde.is_listed(askers)) -- The askers of this step are a plain list without gaps.
  constraint step_citation_fkey FOREIGN KEY (citation) REFERENCES varde.citation(id) DEFERRABLE -- The citation of this step is not a known citation.
  constraint step_one_per_position EXCLUDE USING gist (plan WITH =, "position" WITH =, valid WITH &&) DEFERRABLE -- A plan has one step at each position at a time.
  constraint step_pkey PRIMARY KEY (id) -- Another step already has this id.
  constraint step_plan_fkey FOREIGN KEY (plan) REFERENCES varde.plan(id) DEFERRABLE -- The plan of this step is not a known plan.
  constraint step_responsible_listed CHECK (varde.is_listed(responsible)) -- The responsible of this step are a plain list without gaps.
  constraint step_severities_known CHECK ((severities <@ varde.known_severities())) -- Severity is question, mild, clarified, grave or acute.
  constraint step_severities_listed CHECK (varde.is_listed(severities)) -- The severities of this step are a plain list without gaps.
  constraint step_valid_bounded CHECK (varde.is_bounded(valid)) -- The valid of this step begins and ends on dates of four digits, or is open.
  CREATE TRIGGER empty_is_withdrawn BEFORE INSERT OR UPDATE ON varde.step FOR EACH ROW WHEN (isempty(new.valid)) EXECUTE FUNCTION varde.refuse_empty() -- An empty time means withdrawn: leave the fact out of its file, and the load does it.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.step FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON varde.step FOR EACH ROW EXECUTE FUNCTION varde.stamp_row('identified')
  CREATE TRIGGER write_history_of_insert AFTER INSERT ON varde.step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  CREATE TRIGGER write_history_of_update AFTER UPDATE ON varde.step REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde.append_statement('plan')
  policy editor_writes for all to varde_editor using true with check true
  policy owner_keeps for all to varde_owner using true with check true
  grant insert, select, update to varde_editor
table varde.unsaid row security forced
  table_name text not null
  row_id uuid not null
  column_name text not null
  generation bigint not null
  constraint unsaid_pkey PRIMARY KEY (table_name, row_id, column_name) -- Another unsaid already has this table name, row id, column name.
  CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON varde.unsaid FOR EACH STATEMENT EXECUTE FUNCTION varde.refuse_removal()
  policy owner_keeps for all to varde_owner using true with check true
view varde_shown.absence
  id uuid
  designation uuid
  valid daterange
  reason text
  citation uuid
  as  SELECT id, designation, valid, NULL::text AS reason, citation FROM (absence a JOIN designation d ON ((id = designation))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.area
  id uuid
  key text
  kind uuid
  valid daterange
  as  SELECT id, key, kind, valid FROM area a WHERE ((id <> root()) AND (NOT isempty(valid)));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.area_code
  id uuid
  area uuid
  scheme text
  code text
  valid daterange
  as  SELECT id, area, scheme, code, valid FROM (area_code c JOIN area a ON ((id = area))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.area_kind
  id uuid
  key text
  rank integer
  as  SELECT id, key, rank FROM area_kind k WHERE (id <> root());
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.area_parent
  id uuid
  area uuid
  parent uuid
  valid daterange
  as  SELECT id, area, parent, valid FROM ((area_parent p JOIN area a ON ((id = area))) JOIN area o ON ((id = parent))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.area_succession
  id uuid
  area uuid
  successor uuid
  weight double precision
  day date
  as  SELECT id, area, successor, weight, day FROM ((area_succession s JOIN area a ON ((id = area))) JOIN area o ON ((id = successor))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.channel
  id uuid
  key text
  owner_kind text
  owner uuid
  position integer
  kind text
  written text
  canonical text
  is_usable boolean
  label text
  audience text
  hours text
  via_organisation uuid
  via_designation uuid
  warning text
  visibility text
  valid daterange
  confirmed_on date
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('channel'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, owner_kind, owner, "position", kind, written, canonical, is_usable, told(( SELECT marks_of('channel'::text) AS marks_of), id, 'label'::text, label) AS label, audience, hours, via_organisation, via_designation, told(( SELECT marks_of('channel'::text) AS marks_of), id, 'warning'::text, warning) AS warning, visibility, valid, confirmed_on, citation FROM channel c WHERE ((NOT isempty(valid)) AND (visibility = 'public'::text) AND (NOT tells_of(( SELECT marks_of('channel'::text) AS marks_of), id, 'written'::text)) AND (NOT tells_of(( SELECT marks_of('channel'::text) AS marks_of), id, 'canonical'::text)) AND (NOT (id IN ( SELECT x FROM hidden_ids('channel'::text) x(x)))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.citation
  id uuid
  source uuid
  section text
  quote text
  as  SELECT id, source, told(( SELECT marks_of('citation'::text) AS marks_of), id, 'section'::text, section) AS section, told(( SELECT marks_of('citation'::text) AS marks_of), id, 'quote'::text, quote) AS quote FROM citation c WHERE (NOT (id IN ( SELECT x FROM concealed_citations() x(x))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.concern
  id uuid
  key text
  parent uuid
  least_severity text
  as  SELECT id, COALESCE(told(( SELECT marks_of('concern'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, parent, least_severity FROM concern c WHERE (id <> root());
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.designation
  id uuid
  key text
  function uuid
  organisation uuid
  seat integer
  position integer
  holding text
  person uuid
  visibility text
  valid daterange
  confirmed_on date
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('designation'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, function, organisation, seat, "position", holding, CASE WHEN (NOT (person IN ( SELECT x FROM hidden_ids('person'::text) x(x)))) THEN person ELSE NULL::uuid END AS person, visibility, valid, confirmed_on, citation FROM designation d WHERE ((visibility = 'public'::text) AND (NOT isempty(valid)));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.doubt
  id uuid
  subject_kind text
  subject uuid
  reason text
  citation uuid
  as  SELECT id, subject_kind, subject, reason, citation FROM doubt d WHERE ((NOT superseded) AND (NOT tells_of(( SELECT marks_of('doubt'::text) AS marks_of), id)) AND ((subject_kind <> ALL (ARRAY['person'::text, 'designation'::text, 'channel'::text, 'notice'::text])) OR (NOT (subject IN ( SELECT x FROM hidden_ids(NULL::text) x(x))))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.function
  id uuid
  key text
  as  SELECT id, COALESCE(told(( SELECT marks_of('function'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key FROM function f WHERE (id <> root());
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.generation
  number bigint
  lineage uuid
  as  SELECT number, lineage FROM generation g;
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.history
  sequence bigint
  generation bigint
  change_set uuid
  title text
  table_name text
  row_id uuid
  subject uuid
  before jsonb
  after jsonb
  reason text
  recorded_at timestamp with time zone
  as  SELECT sequence, generation, change_set, CASE WHEN (NOT tells(title, secret)) THEN title ELSE NULL::text END AS title, table_name, row_id, subject, shown_side(table_name, before, is_desk, hidden, unsaid, secret) AS before, shown_side(table_name, after, is_desk, hidden, unsaid, secret) AS after, CASE WHEN (NOT tells(reason, secret)) THEN reason ELSE NULL::text END AS reason, recorded_at FROM (((history h LEFT JOIN change_set s ON ((id = change_set))) CROSS JOIN ( SELECT ARRAY( SELECT (x)::text AS x FROM hidden_ids(NULL::text) x(x)) AS hidden, secrets() AS secret OFFSET 0) f) CROSS JOIN LATERAL ( SELECT ('desk'::text = ANY (ARRAY[(before ->> 'visibility'::text), (after ->> 'visibility'::text)])) AS is_desk, ARRAY( SELECT column_name FROM unsaid u WHERE ((table_name = table_name) AND (row_id = row_id) AND (generation <= generation))) AS unsaid) d) WHERE ((table_name <> 'change_set'::text) AND (NOT (subject IN ( SELECT x FROM hidden_ids(NULL::text) x(x)))) AND (NOT (row_id IN ( SELECT x FROM hidden_ids(NULL::text) x(x)))) AND ((table_name <> 'citation'::text) OR (NOT (row_id IN ( SELECT x FROM concealed_citations() x(x))))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.holiday
  id uuid
  day date
  name text
  as  SELECT id, day, COALESCE(told(( SELECT marks_of('holiday'::text) AS marks_of), id, 'name'::text, name), '…'::text) AS name FROM holiday h WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.label
  subject uuid
  text text
  as  SELECT DISTINCT ON (subject) subject, text FROM name n WHERE ((kind = 'official'::text) AND (plan IS NULL)) ORDER BY subject, (language = 'nb'::text) DESC, (upper(valid)) DESC, (lower(valid)) DESC NULLS LAST, id;
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.lineage
  sequence bigint
  generation bigint
  id uuid
  as  SELECT sequence, generation, id FROM lineage l;
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.link
  id uuid
  subject_kind text
  subject uuid
  position integer
  text text
  url text
  is_usable boolean
  valid daterange
  citation uuid
  as  SELECT id, subject_kind, subject, "position", text, url, is_usable, valid, citation FROM link l WHERE ((NOT isempty(valid)) AND (NOT tells_of(( SELECT marks_of('link'::text) AS marks_of), id)) AND ((subject_kind <> ALL (ARRAY['person'::text, 'designation'::text, 'channel'::text, 'notice'::text])) OR (NOT (subject IN ( SELECT x FROM hidden_ids(NULL::text) x(x))))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.measure
  id uuid
  key text
  plan uuid
  position integer
  number text
  title text
  text text
  status text
  fate text
  concerns uuid[]
  valid daterange
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('measure'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, plan, "position", COALESCE(told(( SELECT marks_of('measure'::text) AS marks_of), id, 'number'::text, number), '…'::text) AS number, COALESCE(told(( SELECT marks_of('measure'::text) AS marks_of), id, 'title'::text, title), '…'::text) AS title, told(( SELECT marks_of('measure'::text) AS marks_of), id, 'text'::text, text) AS text, told(( SELECT marks_of('measure'::text) AS marks_of), id, 'status'::text, status) AS status, told(( SELECT marks_of('measure'::text) AS marks_of), id, 'fate'::text, fate) AS fate, concerns, valid, citation FROM (measure m JOIN plan p ON ((id = plan))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.measure_merge
  id uuid
  measure uuid
  merged_into uuid
  as  SELECT id, measure, merged_into FROM ((measure_merge g JOIN measure m ON ((id = measure))) JOIN measure o ON ((id = merged_into))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.measure_party
  id uuid
  measure uuid
  position integer
  text text
  organisation uuid
  function uuid
  as  SELECT id, measure, "position", CASE WHEN (NOT tells_of(( SELECT marks_of('measure_party'::text) AS marks_of), id)) THEN text ELSE '…'::text END AS text, organisation, function FROM (measure_party y JOIN measure m ON ((id = measure))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.name
  id uuid
  subject_kind text
  subject uuid
  language text
  kind text
  text text
  plan uuid
  valid daterange
  citation uuid
  as  SELECT id, subject_kind, subject, language, kind, text, plan, valid, citation FROM name n WHERE ((NOT isempty(valid)) AND (text <> ''::text) AND ((NOT tells_of(( SELECT marks_of('name'::text) AS marks_of), id)) OR ((subject_kind = 'person'::text) AND (EXISTS ( SELECT 1 FROM person_detail d WHERE ((id = subject) AND (same_name(name) = same_name(text))))))) AND ((subject_kind <> ALL (ARRAY['person'::text, 'designation'::text, 'channel'::text, 'notice'::text])) OR (NOT (subject IN ( SELECT x FROM hidden_ids(NULL::text) x(x))))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.namesake
  id uuid
  other uuid
  as  SELECT id, id AS other FROM (person_detail a JOIN person_detail b ON ((same_name(name) = same_name(name)))) WHERE (id <> id);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.notice
  id uuid
  key text
  plan uuid
  kind text
  about_kind text
  about uuid
  text text
  valid daterange
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('notice'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, plan, kind, about_kind, about, text, valid, citation FROM (notice n JOIN plan p ON ((id = plan))) WHERE ((NOT isempty(valid)) AND (NOT tells_of(( SELECT marks_of('notice'::text) AS marks_of), id, 'text'::text)) AND (NOT (id IN ( SELECT x FROM hidden_ids('notice'::text) x(x)))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.notice_case
  id uuid
  notice uuid
  area uuid
  unit uuid
  unit_kind uuid
  concern uuid
  function uuid
  asker text
  severity text
  ages int4range
  extended_through integer
  condition text
  is_end_unstated boolean
  wish text
  as  SELECT id, notice, area, unit, unit_kind, concern, function, asker, severity, ages, extended_through, CASE WHEN (NOT tells_of(( SELECT marks_of('notice_case'::text) AS marks_of), id)) THEN condition ELSE '…'::text END AS condition, is_end_unstated, wish FROM (notice_case c JOIN notice n ON ((id = notice))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.offering
  id uuid
  key text
  provider uuid
  text text
  conditions text[]
  valid daterange
  confirmed_on date
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('offering'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, provider, told(( SELECT marks_of('offering'::text) AS marks_of), id, 'text'::text, text) AS text, CASE WHEN tells_of(( SELECT marks_of('offering'::text) AS marks_of), id, 'conditions'::text) THEN ARRAY['…'::text] ELSE conditions END AS conditions, valid, confirmed_on, citation FROM offering o WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.offering_case
  id uuid
  offering uuid
  area uuid
  unit uuid
  unit_kind uuid
  concern uuid
  function uuid
  asker text
  severity text
  ages int4range
  extended_through integer
  condition text
  is_end_unstated boolean
  wish text
  as  SELECT id, offering, area, unit, unit_kind, concern, function, asker, severity, ages, extended_through, CASE WHEN (NOT tells_of(( SELECT marks_of('offering_case'::text) AS marks_of), id)) THEN condition ELSE '…'::text END AS condition, is_end_unstated, wish FROM (offering_case c JOIN offering o ON ((id = offering))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.opening
  id uuid
  channel uuid
  weekdays integer
  from_minute integer
  until_minute integer
  holidays text
  as  SELECT id, channel, weekdays, from_minute, until_minute, holidays FROM (opening o JOIN channel c ON ((id = channel))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation
  id uuid
  key text
  as  SELECT id, COALESCE(told(( SELECT marks_of('organisation'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key FROM organisation o WHERE (id <> root());
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation_form
  id uuid
  organisation uuid
  kind uuid
  orgnr text
  location uuid
  valid daterange
  citation uuid
  as  SELECT id, organisation, kind, orgnr, location, valid, citation FROM organisation_form f WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation_kind
  id uuid
  key text
  parent uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('organisation_kind'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, parent FROM organisation_kind t WHERE (id <> root());
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation_member
  id uuid
  organisation uuid
  position integer
  text text
  member uuid
  function uuid
  valid daterange
  citation uuid
  as  SELECT id, organisation, "position", COALESCE(told(( SELECT marks_of('organisation_member'::text) AS marks_of), id, 'text'::text, text), '…'::text) AS text, member, function, valid, citation FROM organisation_member m WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation_parent
  id uuid
  organisation uuid
  parent uuid
  valid daterange
  citation uuid
  as  SELECT id, organisation, parent, valid, citation FROM organisation_parent p WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.organisation_service
  id uuid
  organisation uuid
  area uuid
  unit uuid
  unit_kind uuid
  valid daterange
  citation uuid
  as  SELECT id, organisation, area, unit, unit_kind, valid, citation FROM organisation_service s WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.person
  id uuid
  key text
  visibility text
  as  SELECT id, key, visibility FROM person p WHERE (NOT (id IN ( SELECT x FROM hidden_ids('person'::text) x(x))));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.person_detail
  id uuid
  name text
  as  SELECT id, name FROM (person_detail d JOIN person p ON ((id = id))) WHERE (name IS NOT NULL);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.plan
  id uuid
  key text
  level text
  owner uuid
  area uuid
  source uuid
  title text
  version text
  day date
  period daterange
  valid daterange
  follows uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('plan'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, level, owner, area, source, COALESCE(told(( SELECT marks_of('plan'::text) AS marks_of), id, 'title'::text, title), '…'::text) AS title, told(( SELECT marks_of('plan'::text) AS marks_of), id, 'version'::text, version) AS version, day, period, valid, follows FROM plan p WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.postcode
  id uuid
  code text
  place text
  area uuid
  valid daterange
  as  SELECT id, code, COALESCE(told(( SELECT marks_of('postcode'::text) AS marks_of), id, 'place'::text, place), '…'::text) AS place, area, valid FROM (postcode p JOIN area a ON ((id = area))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.reading_matter
  id uuid
  plan uuid
  kind text
  heading text
  position integer
  text text
  valid daterange
  citation uuid
  as  SELECT id, plan, kind, heading, "position", text, valid, citation FROM (reading_matter m JOIN plan p ON ((id = plan))) WHERE ((NOT isempty(valid)) AND (NOT tells_of(( SELECT marks_of('reading_matter'::text) AS marks_of), id)));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.remit
  id uuid
  designation uuid
  area uuid
  unit uuid
  unit_kind uuid
  concern uuid
  asker text
  severity text
  ages int4range
  extended_through integer
  condition text
  is_end_unstated boolean
  as  SELECT id, designation, area, unit, unit_kind, concern, asker, severity, ages, extended_through, CASE WHEN (NOT tells_of(( SELECT marks_of('remit'::text) AS marks_of), id)) THEN condition ELSE '…'::text END AS condition, is_end_unstated FROM (remit r JOIN designation d ON ((id = designation))) WHERE ((NOT superseded) AND (NOT isempty(valid)));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.rule
  id uuid
  key text
  plan uuid
  tier text
  text text
  valid daterange
  citation uuid
  as  SELECT id, COALESCE(told(( SELECT marks_of('rule'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, plan, tier, COALESCE(told(( SELECT marks_of('rule'::text) AS marks_of), id, 'text'::text, text), '…'::text) AS text, valid, citation FROM (rule r JOIN plan p ON ((id = plan))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.rule_case
  id uuid
  rule uuid
  area uuid
  unit uuid
  unit_kind uuid
  concern uuid
  function uuid
  asker text
  severity text
  ages int4range
  extended_through integer
  condition text
  is_end_unstated boolean
  wish text
  as  SELECT id, rule, area, unit, unit_kind, concern, function, asker, severity, ages, extended_through, CASE WHEN (NOT tells_of(( SELECT marks_of('rule_case'::text) AS marks_of), id)) THEN condition ELSE '…'::text END AS condition, is_end_unstated, wish FROM (rule_case c JOIN rule r ON ((id = rule))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.rule_target
  id uuid
  rule uuid
  rung integer
  door integer
  target_kind text
  function uuid
  organisation uuid
  organisation_kind uuid
  offering uuid
  words text
  covers boolean
  as  SELECT id, rule, rung, door, target_kind, function, organisation, organisation_kind, offering, CASE WHEN (NOT tells_of(( SELECT marks_of('rule_target'::text) AS marks_of), id)) THEN words ELSE '…'::text END AS words, covers FROM (rule_target t JOIN rule r ON ((id = rule))) WHERE (NOT superseded);
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.schema_migration
  number integer
  name text
  sha256 text
  oldest_reading_program integer
  applied_at timestamp with time zone
  as  SELECT number, name, sha256, oldest_reading_program, applied_at FROM schema_migration m;
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.severity_word
  id uuid
  plan uuid
  word text
  severity text
  as  SELECT id, plan, word, severity FROM (severity_word w JOIN plan p ON ((id = plan))) WHERE ((NOT superseded) AND (NOT tells_of(( SELECT marks_of('severity_word'::text) AS marks_of), id)));
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.source
  id uuid
  key text
  title text
  publisher text
  version text
  day date
  licence text
  url text
  as  SELECT id, COALESCE(told(( SELECT marks_of('source'::text) AS marks_of), id, 'key'::text, key), (id)::text) AS key, COALESCE(told(( SELECT marks_of('source'::text) AS marks_of), id, 'title'::text, title), '…'::text) AS title, told(( SELECT marks_of('source'::text) AS marks_of), id, 'publisher'::text, publisher) AS publisher, told(( SELECT marks_of('source'::text) AS marks_of), id, 'version'::text, version) AS version, day, told(( SELECT marks_of('source'::text) AS marks_of), id, 'licence'::text, licence) AS licence, told(( SELECT marks_of('source'::text) AS marks_of), id, 'url'::text, url) AS url FROM source s;
  grant select to varde_editor
  grant select to varde_reader
view varde_shown.step
  id uuid
  plan uuid
  position integer
  number text
  title text
  text text
  responsible text[]
  severities text[]
  askers text[]
  valid daterange
  citation uuid
  as  SELECT id, plan, "position", COALESCE(told(( SELECT marks_of('step'::text) AS marks_of), id, 'number'::text, number), '…'::text) AS number, COALESCE(told(( SELECT marks_of('step'::text) AS marks_of), id, 'title'::text, title), '…'::text) AS title, COALESCE(told(( SELECT marks_of('step'::text) AS marks_of), id, 'text'::text, text), '…'::text) AS text, CASE WHEN tells_of(( SELECT marks_of('step'::text) AS marks_of), id, 'responsible'::text) THEN ARRAY['…'::text] ELSE responsible END AS responsible, severities, askers, valid, citation FROM (step s JOIN plan p ON ((id = plan))) WHERE (NOT isempty(valid));
  grant select to varde_editor
  grant select to varde_reader
function varde.adopt(target regclass, subject_column name) returns void cf01e8d421243e89e218792633d3fc5fab8335e837548775983f993bbbfd3eb7
function varde.append_statement() returns trigger security definer 2cc034d01e35a5f962e557e606751bd6ee520a96f1bc406766d563ee173b4322
function varde.begin_state() returns trigger 39979013522c404ee2df63040feee7eae747d6e9d93fb7d6b3770df2733dfd1c
function varde.broken_entries() returns TABLE(sequence bigint, sentence text) stable 4dc2a85f4f1403b0c694f01f4a6351cf5dfac10e8f2465e34ffc607e3a4b11b4
function varde.called(thing uuid) returns text stable 1e382f3c2365135288e6165ac2fd42fd6fbcc01fc2fe51611e3dc116fb055fd4
function varde.chain_digest(previous bytea, content jsonb) returns bytea immutable 47a318ba1be02bec16c33911fa02867727817a1c7824b78d7bd3dfb6542ff495
function varde.chain_step(state bytea, previous bytea, content jsonb) returns bytea immutable ca4b3d45b129d3d91b227fb76c9807bae75c0eef5d7793b7c13e9c58076c2230
function varde.chained_digest(previous bytea, content jsonb) returns bytea immutable 0417b3b1d79ea99e54fd90c8ec12f4c71225d346c8ec876bcad8d16e66af5629
function varde.citations_hidden() returns SETOF uuid stable 76d671a6bbaa3273f04fcf1900a526ae044290f7539e42965d5d5fa3e4804ffb
function varde.claim_incoming() returns bigint 14f31dd23e77fbf967732f03e16eef77c54326b150407419e9a8f7149eb77c53
function varde.close_missing(today date) returns bigint 654bff174883b3890795632bbfca10ec282b97a0920cac747f60f52cffba8699
function varde.concealed(target text) returns TABLE(id uuid, columns text[]) stable security definer 48ce2cb8b93589140bb64eac36fc8c4ee90b525931d958b34997253151a0f4df
function varde.concealed_citations() returns SETOF uuid stable security definer b1b6bb59322eddce1a6e05754ba07df10eb185c5539c99c30a252268646f9ce0
function varde.create_corrections() returns void 7823ec4f874f1f41bd6b37f2f0efddb0f672bd843539f03535a2475f71922c78
function varde.create_incoming() returns void 3135e995cf9dd78ff90dc2d3a36d4ad1b5191ec32bdb3375a538ec31992db833
function varde.describe_constraints(target regclass) returns void 42023a44f30f411742c8ca9ee2734628fcb29f1e212c8e6194789e2761d2b818
function varde.edges_of(target text) returns text immutable 569e68fc5a86431e159a3d7ac6ee2a01f262c6c3b5b761d854d689b2cbddebfc
function varde.editor_role() returns name stable 0512798f78b267b8f826a9a3819fdcf750cb6c1c9ce11025e8ae175a6a4c5660
function varde.emptied(content jsonb, column_name text) returns jsonb immutable 0adce71deb2b26c2b32c90e0104765f6c8be626ee3f9fcc961b49efb499f5d4d
function varde.empty_history(target text, id uuid, column_name text, latest bigint) returns void security definer 4e6d49e1cfbddc03897f50fcab082d901425c84aca0fc20ee7ec84135039e500
function varde.empty_withdrawn(target text, id uuid, column_name text) returns void security definer 601f50751832686e8abb88e919d722cd53c4981abfc68ddc4c4868509c92ebd6
function varde.end_facts(target text, ids uuid[], today date) returns bigint b4b3dcfd34e2163f936df104bb558664dd4fe37b1809da93b8c6d2be17953d28
function varde.erase_person(person uuid) returns TABLE(table_name text, row_id uuid, column_name text, key text, seeds text) security definer 837718453167523aabbf12c5c2a12476e9c4c756a7bd701bd7bf979a237e6504
function varde.erased_mark(VARIADIC parts text[]) returns text stable security definer 48e16778af7d14ca3c66c2854fbe029991a567bbb81b612fc313c3e37b660b92
function varde.erased_secret(persons uuid[]) returns varde.secret stable security definer ccc29b5c85dd0911965b57fc5eed03b397dd6573f73230e9258897146765c875
function varde.files_of(target text, row_id uuid) returns SETOF text stable 8f6af34d979993b94ec66981163f02a0b61d1627c97b4b67efdebf32096d7f52
function varde.find_alike() returns SETOF uuid stable security definer 9e9f290987a45bd55380d439a7283b8a53845902fa3138bed68c3e5bdad4c595
function varde.find_hidden(kind text) returns SETOF uuid stable security definer b633f441880f8520f2d9d133282f359aed492ce20d50e71228c60f0efbfb2074
function varde.find_last_names() returns void 696ea3d0284344a79b3df3b6d9f783eb89c9ced06732c31c9293019b281d9769
function varde.find_marks(target text, secret varde.secret) returns jsonb stable c3c6db3f13e9749f43f7cc8d41d167bda4fa5233a1b62987aff6cb71e20f1a98
function varde.follow_names(today date) returns bigint 0f89a8d6987765cb692d522e59c77bf85fa5c66905b13de785c8d023a9b58654
function varde.forget(person uuid) returns void 7b93fb7daaede6115d46443ff62e9c905815f656c136ab2ea6b5869a7f3a32aa
function varde.generation_difference(raised bigint) returns TABLE(sequence bigint, table_name text, row_id uuid, kind text, line text) stable 64a402dda94713a89c25666fafcf33d4600b7fefe48d6021594b060ff5d25c5b
function varde.give_name_id(known uuid, fresh uuid) returns void a4fe361f49e5d1094069a5ee575a6285a771b42ccfa6859ca532c3d440fa5d19
function varde.guard(target regclass) returns void 4d2d0c61250fb2a28fa3119d5584d99759bf287b4a84444eb8a4611110e19d59
function varde.guard_always(target regclass) returns void 432f9f413bc03c27fa17f46fda525cc9b09e6d53d7f6df6a63822459a539d01e
function varde.has_column(target text, column_name text) returns boolean stable b0f2604f55a6f141c71c444214fb8f63ef87ebe573dce34d9863b995ea27ebf3
function varde.hidden_ids(kind text) returns SETOF uuid stable security definer 1d34e77233a52614643ba0e04cdc68f5915b60536cc2be9e5447745c6b7eb761
function varde.history_faults() returns TABLE(sequence bigint, sentence text) d229b0c90db8a50d68b1ed7acf07fadcf00b823b90b48640b325a3a0e95f49a2
function varde.incoming_empty(target text) returns SETOF varde.fault 985a56eb0e70b52f0f7568a260a0816270aecec3916e518b9f843506bb60df7e
function varde.incoming_faults() returns SETOF varde.fault 346527b270bc7f5762bb120f2c262e95b2ec2c1bf975c63957be367191c0edd6
function varde.incoming_refused(target text) returns SETOF varde.fault 814e123be3fd991553187dded48bb15e1e51a21eb0b9acaf3bde2719c89f95fa
function varde.incoming_source(target text) returns text stable bf9d9408996dad91722f72a18f6b5d0aa589263cc16ac8e9d47414c381f8c810
function varde.incoming_twice(target text) returns SETOF varde.fault 47eaa2545286e424352e15e4dccc97221944ba9d93922ef49882070c9569b99c
function varde.incoming_unknown(target text) returns SETOF varde.fault 8819452c6c79d72537686136b652af15d52d477807caba291adc99bc1edb93a9
function varde.is_bounded(span daterange) returns boolean immutable b869fbbefd6f68f76ddba1d49943698a5fd4e4bffd8a52c2fb03022e32c2e80d
function varde.is_dated(day date) returns boolean immutable 09c16205a75ecfe596d66587cea340289f7e2638442b6d2adfb47cc6d03490cd
function varde.is_dialled(number text) returns boolean immutable f1c0d24d0d0bcba2272fcfc41277ab3b17ea86481b9951e498dde6b64e5af392
function varde.is_erased(person uuid) returns boolean stable 67f167ce35bb0d41b1664b83c10c20a40b1bb4ff1925ee8d257ffc6bc140aef1
function varde.is_erased_number(item varde.channel) returns boolean 074139fcb4f2a5052213f06642fb93adbef0f0f649b6bcbc17b0b6e331e30304
function varde.is_in_ring(target text, row_id uuid) returns boolean stable 47937d98180158d8af7694db64ff4b5e3a4848020f1a6aa5518aa93d6e26b5a3
function varde.is_listed(list anyarray) returns boolean immutable 6c8df766e12fd2c295d3b608dc433589107723a0bb45da7988c4c65a423af91f
function varde.is_marked(VARIADIC parts text[]) returns boolean stable security definer 2881e34074cf5e6eda4df9ef05075d3182304f71c8c367d28ae6b21726af1e99
function varde.is_noted() returns boolean stable security definer f1402176bd9f8caa01f72c1c2caccb04404a6a764145ee27c7e59a199f29889b
function varde.is_only_emptied(earlier jsonb, later jsonb) returns boolean immutable f5f854c4cc9850459facbced2a22781c25566f319b54b7c491ae19d956dc1c19
function varde.is_orgnr(orgnr text) returns boolean immutable 7a1838e93abe3bf7e08ff58186a60991580f692bf10595ed6a04c21a343d8f1a
function varde.is_said_elsewhere(id uuid) returns boolean stable acc71f102048ce075f143b2e5c3dbec4409986ebebf5c9e735aecef7200835be
function varde.is_said_name(id uuid) returns boolean stable 89aed361b501597e72a91c1545561669a9b510e789c43833f4137328532cb5e7
function varde.is_seeded_name(id uuid) returns boolean stable d7ee87497d96f7b83d9edf330c7985443af2d089fe2042a3be6f80d6cfff9748
function varde.is_subject_kind(kind text) returns boolean immutable ec3fa41849b24f6fa5ed4108b36ceac1d1ff5be3da65dd3122fc3ce86fa1e51c
function varde.keep_concealed() returns TABLE(table_name text, row_id uuid, column_name text, key text) security definer 33ca3d8c4b89b5f5a97c1ea14fbd53fe56a09ede7265461235aaa4901c708b7e
function varde.keep_erased() returns trigger cc2360a59b42a052930893d775db583766c36702c52f48dbd17df56248ad5e76
function varde.keep_erased_channel() returns trigger 474ba0b34c4c3380195f38e2f11dde2f5078ccafe9407992fa8a61b74c2f4a4f
function varde.keep_erased_name() returns trigger 6e50198f8cf6a624ead90ef720b0f0df6cee430296ce945483f3558979a24654
function varde.keeps_content(one jsonb, other jsonb) returns boolean immutable d7d94037edfc26d9da8ac3e27fde6abe0828d7c6c2a13a1d62c6a7172ea7655c
function varde.key_of(target text, id uuid) returns text stable bbb97713f71f337a9e1033f1ed9f80c0dc88f64bab6ab999eeb3af9c41f136cf
function varde.known_askers() returns text[] immutable 89254ba8bc541472443d381e252c5462238515cc42e5493f696a85f14f262394
function varde.known_severities() returns text[] immutable 9bcda3b19ff7524dbe5ae19ff9a462027f0fde375f3de5fbab89b33ec86bcfde
function varde.label_of(target text, content jsonb) returns text stable 92c6640f0a5e3563cbd893c83cbff10d8252128943bc8139913b836375fcdf06
function varde.marks_of(target text) returns jsonb stable security definer 93263010ae69186cbb20482c727f576719ff5a83109523d6a3d60df6c547b4ce
function varde.may_see_hidden() returns boolean stable 577c607ee374bc6e9b28edde9889e9fa908862b591d65640c30ee3eef3f2d6e9
function varde.may_tell(written text, hint text) returns boolean immutable 66db62d90e5df263409d10b6d4120b763f0b80a3831fbac0b5a797b21dc723af
function varde.merge_incoming(target text) returns bigint 16ee1c2ca53cc0500000ad0b4fa6e1e2ed3bee52385d318eaca55c6c4594a6d0
function varde.met_names(today date) returns TABLE(id uuid, given daterange, earlier uuid, held daterange, ends date, is_open boolean) stable a9076dc1a63eab1ec5dbc610a3c8344fcd60e21f752959f201feb700d2e5bda0
function varde.missing_rows(target text) returns TABLE(row_id uuid, kept boolean) stable dadb2b7594d63173c00f775e7f4cd41dd0974465832a6a133666a1715636a14d
function varde.mixed_generations() returns TABLE(sequence bigint, sentence text) stable 744afe725e6a93a0558308350d2b4d04244d5227334714100a103bd874bc0d2a
function varde.name_phrases(written text) returns SETOF text immutable 986a0a1a80ff8fd8b47a75948e751766bcd7c77e2106aac1f2609416878f4d1e
function varde.name_runs(written text) returns SETOF text immutable 9ec6f128c62d1608ca19055dffa32eef70c044b04df077aa437cb6954dda5aa8
function varde.named_things(target text) returns TABLE(column_name text, kind_column text, thing text) stable 21010db2b3c72dc082e11460f655c098294a7b45d31ee7209f9d9b74d0396236
function varde.nobody_is_erased() returns boolean stable security definer d56d14b4a9ac1f0e18840acac9b269de59a03c061c0141417469c244de1a0202
function varde.note_concealed() returns void security definer c3b3ee06edbe770b32e6e7cf91e0aa99675dd7612551325de7efaedad2ca12b9
function varde.open_change(change_set uuid, actor text, reason text) returns bigint security definer ddc74652cdbc6ccb114ecc766b9c434da9dac14a9053441a96b87a3788f8878c
function varde.open_generation() returns bigint 486690b683406c74728f576f1c7da4e342198ac440c06d27df18141dbe571b3a
function varde.persons_alike() returns SETOF uuid stable security definer f0fb3f53e0b90d1327832c5f942a30db97ae65eaa7df8e7e6610cfaa7bfa30fc
function varde.reader_role() returns name stable 67c0c0f8f680d03677a1cd3841d67c55c61c2cdd454a55656361f29dd53c735c
function varde.redacted(target text, content jsonb) returns jsonb stable 1c875cc3f42a4ecf2a38399a998a164da4978bdf2d360ba4f19cff8c675ebdc1
function varde.refresh_statistics() returns void security definer c80dd25f844971a6b922cf462a181b4b6e00c39d4ddd474b9dcf3eb0ba3e8193
function varde.refuse_change() returns trigger 2a098c85e0817e69d8bdce6ee3e564b78cf4e34a6ca542f8b8129e213d8c1068
function varde.refuse_change_without_set() returns trigger 3d212207db9afbd606f86405aae429d49b747b0d8c3e8a1ff9d0e21ff17037c0
function varde.refuse_cycle() returns trigger 605be04a086ff7a43fae1cab76c3b23eb109f21528fdb17576e9bb10b6d49bec
function varde.refuse_empty() returns trigger f696bee34b19a0b9b384b765d7aa604178deffc085def5e39e1c45a1d64415aa
function varde.refuse_jump() returns trigger c73d9e34e2527a8229f29b85b36cc5240d86ac888bcf29b05d2080eca7e12ed9
function varde.refuse_other_name() returns trigger 16310c03ed4b696df2fdfad9362f3aaa609d874ba2172778f719a2d36c9a4f5f
function varde.refuse_removal() returns trigger bdcc094ec13600cfa5441781a7b2c327861bbba6e720a40db85b31e5cb862cf1
function varde.refuse_rewriting() returns trigger 4a028328326192b90e29580abd5bfd3b247e0c9b6ea093fcd63ebd0d70bac3b6
function varde.refuse_unknown_concerns() returns trigger 5cfa9edca66285a24ef259dd02d880ff616a60f75b610dbdf791935496b6b206
function varde.refuse_unknown_subject() returns trigger ec8efa7df294286fd92256d32fca41437f6b7916da31696070adffcb3e5983c7
function varde.remember_erased(persons uuid[]) returns void security definer 7a0a99e2bcf2d85b576d2779fba2ad4fa46df8200596fe4fd9ff53d7619b5e80
function varde.renew_lineage() returns void e02e73e07de79ad74dc1613cae336f520a1355917f45c331c40cac4d681186b3
function varde.repeat_designation() returns trigger 5981ef75fecd79bebd000823efc23f47b555d2baef6f53d8c23c76569990366b
function varde.repeat_parent_kind() returns trigger 09d9a3c7000c4460d44b6b612606345848f04abc045535ec1e9b83c656b94cce
function varde.repeat_rule() returns trigger 70096fecea5bda220bbf2bbafa20c000ea6e70919b822a3603a6311d18b8d897
function varde.ring_of(target text, row_id uuid) returns text stable fb89c7789ce53a8665566ff38e662cca5e2958c4160e58d1db13c647b81b322f
function varde.ring_sentence(target text, constraint_name text, row_id uuid) returns text stable 0b007a7fef34d9d6b9f8593bb2f35ecf60cc4cbe538ce6e0ec77617ad1fa4454
function varde.root() returns uuid immutable bd5ff349e7f27bc633984f21b08c0ee9f965e653e6d048bd5d9a0e54a37baa88
function varde.salted_digest(salt text, value text) returns text immutable 4740aeee35c220ec2c7acbf9a494b15869a75b02b2dce35b226bf53d510530c5
function varde.same_name(written text) returns text immutable security definer 25b642b5afd460840a4f38661c1d4eea5924c5d072d426fbef250bfc188dfa63
function varde.same_number(kind text, written text) returns text immutable 3496502fc7737fbf799c8f75dd25cb0ccf8a09e31a6ab22c7b0ad2639fb03e7f
function varde.same_persons(person uuid) returns SETOF uuid stable security definer 6d37a4e67d51c2cb2d2407939e3e4a8c93e08c5289b266aa93b0f474eccd657a
function varde.secret_of(names text[], addresses text[], runs text[]) returns varde.secret immutable 407f71e1fc8aefeeaaf6bce4ab4f255b76565a7f43f78e40d621083b18a4fc00
function varde.secrets() returns varde.secret stable security definer 8edbc075341151e533334a457e7108445cdbaaa06cb6fc2b189e936e4cac139a
function varde.seeded_parent(target text) returns text immutable e5d218a9a761686c132b9c664b71d606365042c3543e6da00d447a426cc9888d
function varde.seeded_tables() returns text[] immutable 76707eaf773431e1833bdadd0cdde682aa1bc7e8ffd12cd1f1f8f8faf91e5476
function varde.settle(today date) returns SETOF varde.fault 5fde17f0c95c76ba2cb163e371b037f6ae76607e16059e4fc78e7d1a04802d6c
function varde.shown_columns(target text) returns text[] stable ad1f58d031f0f194fa73eb744db443e4b3560b1306618880642bb2c97586c338
function varde.shown_side(target text, content jsonb, is_desk boolean, hidden text[], unsaid text[], secret varde.secret) returns jsonb immutable security definer 1524ab447cbb3185fafba09816aaf02dfc73a9e7ae4132ba3ad254687cb2b682
function varde.speaks(target text) returns text stable 5ec3c402ded5c1da7f319a04d300f578995be728414c76ee6c2731f2542c8d23
function varde.spelled(written text, unseen text) returns text immutable 54f501b750a0059bbc0cc7ed4d10fb724d592ce25ac88dd2ec4726f7eceb1cb8
function varde.stamp_row() returns trigger 062bf35c4ac7d5d253fa286a15cf5b4d499ba105ba21333d99e580b0fe3222fc
function varde.still_telling(secret varde.secret) returns TABLE(table_name text, row_id uuid, column_name text, key text, seeds text) stable security definer bf9c8585d66e85f15cba89d4ac63bc16ed3509a7cfbfd574efb100c89104e5a3
function varde.stored_conflicts(target text) returns SETOF varde.fault b30bf807a04f9fc2262c4ea7858f7e67c716a24ed246b8321e8b59ddc611dc78
function varde.stored_refusals(target text) returns SETOF varde.fault 69c9a3d17ebd1926fb289726e46f6344efe10dcacddde138c89842259f6f52f2
function varde.subject_is_known(kind text, id uuid) returns boolean stable cbe4b611eb1e5dbb0e38e395a8e13577f8c8788f113eb983ced78c75055d4bad
function varde.switched_off_guards() returns TABLE(sequence bigint, sentence text) stable ca3d96dc732e08e1198a024309f14f19be4ad6ec956f4bf839812296e54c6baf
function varde.telling_entries(secret varde.secret) returns TABLE(table_name text, row_id uuid, column_name text) stable 4b655f8adf4e7822091435091ea6127c197fc2c4fd939b6c8b430e936eb7fcd5
function varde.telling_rows(target text, secret varde.secret) returns TABLE(id uuid, columns text[]) stable f0272b9f37f13004e0309bc7db223f98f28e5cb6f0b4fde7191dddaf817d4412
function varde.tells(written text, secret varde.secret) returns boolean immutable security definer bfcbd26ed476f82663916400154661e21fafc17af0749553ba9d05461b3c66a3
function varde.tells_of(marks jsonb, id uuid) returns boolean immutable 01dc33234b74ae84394513a47ddca931e7968ae3d0479f77f140cfadd30fc86d
function varde.tells_of(marks jsonb, id uuid, name text) returns boolean immutable 7573b0fda11f0ab5e3a254b554145d7116b065623c7a50af17d1fc3e1c7461a0
function varde.told(marks jsonb, id uuid, name text, written text) returns text immutable 6b24c9f4489d9dd51e79397a00530934a4ddb04d07da4769716e7b5579a16a5b
function varde.unexplained_generations() returns TABLE(sequence bigint, sentence text) stable 243941ff5dd224c3c85d1780808821eeb7acf0704032a230bdd7c44fdedfa9d0
function varde.unexplained_rows(target text) returns TABLE(sequence bigint, sentence text) stable 3a537091ad9f76a7f4e82af5395dcbce4e16d970da0bfc6ddc841a7da0a6ad14
function varde.verified_from() returns bigint immutable 48a141c1a6319ec58acf36b799dd16deb92f30e4857be1dda27e96918c2b07d1
function varde.was_erased(person uuid, name text) returns boolean stable 83747256c8fd74222c1d9d8104578760a304072a1ccfb89b3294a1b528cd9082
function varde.whose(target text, content jsonb) returns text stable 0f551342aecde2b56f0322cb3611a19b8772752bcab4d66c6059810382ad626c
function varde.withdraw(target text, missing uuid[]) returns bigint b731f28fabda72c0821c5adb51b2695cde56db43b488ba5d974ee631576985a9
function varde.withdraw_facts(target text, ids uuid[]) returns bigint security definer c8aee19faa5a3e691b270500be40408a558bdefc22940e3468b64d8aae77e8de
function varde.withdrawn_faults(today date) returns SETOF varde.fault 49790d93467ee2273853313842e1ed56ae7ad7f6366d5aceba5fb3e905646499
function varde.withdrawn_things() returns TABLE(thing text, id uuid, recorded bigint) stable b2663865742ca75fbfe54bcd794d47f8e1f7a587df35c642d533387420e507e3
function varde.worded_columns(target text) returns text[] immutable d38596503192ec895b0fb7a048d395663531ca56efce05cbffcc5e3812935df5
function varde.words_of_row(target text, id uuid) returns text stable ed72175533cb90b72337d64adb01a781aafeed5cef988b91089f72e2e8fb2e91
function varde.write_history_of(target regclass, subject_column name) returns void 4af5ab3b14a17cffb141ae95ae0a83f15a8057768f29c907e12f9a041372482e
