import { type Kysely, sql } from 'kysely'

/** Words of all that is public, in one place. See docs/adr/0018. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A text in each language as one.
    create function texts_of(texts json) returns text
    language sql immutable strict parallel safe
    return concat_ws(E'\n', texts ->> 'ar', texts ->> 'fr', texts ->> 'en', texts ->> 'zgh')`.execute(db)
  await sql`
    -- Folded, also with what an apostrophe joins taken apart: an elided article is no part of the word.
    create function search_fold(input text) returns text
    language sql immutable strict parallel safe
    return fold_text(input) || case when input ~ '[''’‘ʼ\`´]'
      then ' ' || fold_text(regexp_replace(input, '[''’‘ʼ\`´]', ' ', 'g')) else '' end`.execute(db)
  await sql`
    -- Folded Arabic words without the article, with what is joined before it, and without the endings of number,
    -- gender and relation. The stemmer of PostgreSQL is misled by some of them.
    create function arabic_stems(folded text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(
      regexp_replace(folded, '\\m(?:[وفبك]ال|ولل|لل|ال)(?=[ا-ي]{3})', '', 'g'),
      '([ا-ي]{2,}?)(?:(?<=[ا-ي]{3})(?:يات|ون|ين|ان|يه|ها|ي)|ات|ه)\\M', '\\1', 'g')`.execute(db)
  await sql`
    -- The words of folded text, each once: as they are, and their stems. French twice, since an ending may stand
    -- before another.
    create function search_words(folded text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
      declare
        words tsvector := to_tsvector('simple', folded) || to_tsvector('french', folded);
      begin
        if folded ~ '[a-z]' then
          words := words || to_tsvector('french', array_to_string(tsvector_to_array(to_tsvector('french', folded)), ' '));
        end if;
        if folded ~ '[ا-ي]' then
          words := words || to_tsvector('arabic', folded) || to_tsvector('simple', arabic_stems(folded))
            || to_tsvector('simple', arabic_stems(regexp_replace(folded, '\\mو(?=[ا-ي]{4})', '', 'g')));
        end if;
        return to_tsvector('simple', array_to_string(tsvector_to_array(words), ' '));
      end $$`.execute(db)
  await sql`
    -- The words that somebody typed: those that say nothing are left out, unless there are no others.
    create function search_asked_words(q text) returns text[]
    language sql immutable strict parallel safe as $$
      with typed as (
        select word, at, word !~ '[a-z]' or to_tsvector('french', word) <> '' as tells
        from unnest(string_to_array(fold_text(regexp_replace(q, '[''’‘ʼ\`´]', ' ', 'g')), ' '))
          with ordinality as typed (word, at)
      )
      select array(select word from typed where tells or not exists (select from typed where tells) order by at)
    $$`.execute(db)
  await sql`
    -- Each of the words, or one with its stem; with begins, the last may be the beginning of one. Built of quoted
    -- words: what was typed is never read as a query.
    create function search_asked(q text, weight text, begins boolean) returns tsquery
    language sql immutable strict parallel safe as $$
      select string_agg('(' || alternatives || ')', ' & ' order by at)::tsquery
      from (select search_asked_words(q) as words) asked, unnest(words) with ordinality as word (word, at), lateral (
        select string_agg(quote_literal(lexeme) || ':' || weight, ' | ')
          || case when begins and at = cardinality(words) then ' | ' || quote_literal(word) || ':*' || weight
            else '' end as alternatives
        from unnest(array_append(tsvector_to_array(search_words(word)), word)) lexeme
      ) each
    $$`.execute(db)
  await sql`
    -- A regular expression for the words that searching for these finds, in text that is not folded.
    create function search_pattern(q text) returns text
    language sql immutable strict parallel safe as $$
      with lexemes as (
        select distinct lexeme
        from unnest(search_asked_words(q)) word, unnest(array_append(tsvector_to_array(search_words(word)), word)) lexeme
      ), patterns as (
        select lexeme, (select string_agg(case letter
            when 'ا' then '[اأإآٱ]' when 'ي' then '[يىئیې]' when 'ه' then '[هةە]' when 'و' then '[وؤ]'
            when 'ك' then '[كکگڭݣ]' when 'ف' then '[فڤ]' when 'a' then '[aàâäáãå]' when 'c' then '[cç]'
            when 'e' then '[eéèêë]' when 'i' then '[iîïíì]' when 'o' then '[oôöóò]' when 'u' then '[uûüùú]'
            when 'n' then '[nñ]' when 'y' then '[yÿ]'
            else regexp_replace(letter, '([^[:alnum:]])', '\\\\\\1') end,
            '[ءـ\u064B-\u065F\u0670\u0300-\u036F]*' order by at)
          from regexp_split_to_table(lexeme, '') with ordinality as letters (letter, at)) as letters
        from lexemes where length(lexeme) > 1
      )
      select '(?<![[:alnum:]])(?:' || string_agg(
          case when lexeme ~ '^[ا-ي]' then '(?:[وفبك]?ال|و?لل|[وفبكل])?' else '' end || letters, '|' order by lexeme)
        || ')[[:alnum:]ـ\u064B-\u065F\u0670\u0300-\u036F]*'
      from patterns
    $$`.execute(db)
  await sql`
    -- A text as HTML that holds nothing but the text, with <mark> around what matches; null where nothing does.
    create function search_mark(input text, pattern text) returns text
    language sql immutable strict parallel safe as $$
      select case when input ~* pattern then
        replace(replace(replace(replace(replace(replace(replace(
          regexp_replace(translate(input, chr(2) || chr(3), ''), pattern, chr(2) || '\\&' || chr(3), 'gi'),
          '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'),
          chr(2), '<mark>'), chr(3), '</mark>') end
    $$`.execute(db)
  await sql`
    -- Whole words of a text around the first that matches, marked; null where nothing does.
    create function search_excerpt(input text, pattern text) returns text
    language sql immutable strict parallel safe as $$
      select search_mark(
        case when first > 81 then '… ' || regexp_replace(substr(input, first - 80, 80), '^\\S*\\s+', '')
          else left(input, first - 1) end
        || case when length(input) >= first + 160
          then regexp_replace(substr(input, first, 160), '\\s+\\S*$', '') || ' …' else substr(input, first) end, pattern)
      from regexp_instr(input, pattern, 1, 1, 0, 'i') first where first > 0
    $$`.execute(db)
  await sql`
    -- What is searched, as it is public at this moment. part: a JSON pointer into the record; of: whose record it is.
    create view search_source (type, id, part, standing, listed_on, of_type, of_id, title, names, body) as
    select c.type, c.id, '', case c.type when 'region' then 1 when 'provincial_council' then 2 else 3 end,
      date '0001-01-01', c.type, c.id,
      json_build_object('ar', c.name_ar, 'fr', c.name_fr, 'en', c.name_en, 'zgh', c.name_zgh),
      array[c.name_ar, c.name_fr, c.name_en, c.name_zgh, c.hcp_code, c.iso_code]
        || array(select variant ->> 'value' from json_array_elements(c.name_variants) variant),
      ''
    from collectivity c
    union all
    select 'action_plan', p.id, '', 4, p.begins_on, 'action_plan', p.id, p.title,
      array[p.title ->> 'ar', p.title ->> 'fr', p.title ->> 'en', p.title ->> 'zgh'],
      (select string_agg(concat_ws(E'\n', texts_of(x.title), texts_of(x.rationale)), E'\n' order by x.ordinal)
        from axis x where x.plan_id = p.id and x.draft_number = p.public_draft)
    from action_plan p
    union all
    select 'commitment', c.id, '', 5, p.begins_on, 'action_plan', c.plan_id, c.title,
      array[c.title ->> 'ar', c.title ->> 'fr', c.title ->> 'en', c.title ->> 'zgh'],
      concat_ws(E'\n', texts_of(c.problem), texts_of(c.solution), texts_of(c.expected_impact),
        texts_of(c.lead_institution -> 'name'), texts_of(x.title))
    from commitment c join action_plan p on p.id = c.plan_id
      join axis x on x.plan_id = c.plan_id and x.draft_number = c.draft_number and x.key = c.axis_key
    where c.is_current
    union all
    select 'approval_session', s.id, '', 6, s.sorted_on, 'approval_session', s.id, s.announced_as,
      array[s.announced_as ->> 'ar', s.announced_as ->> 'fr', s.announced_as ->> 'en', s.announced_as ->> 'zgh'], ''
    from approval_session s
    union all
    select 'consultation', k.id, '', 7, k.begins_at::date, 'consultation', k.id, k.title,
      array[k.title ->> 'ar', k.title ->> 'fr', k.title ->> 'en', k.title ->> 'zgh'], texts_of(k.description)
    from consultation k
    union all
    select 'workshop', w.id, '', 8, w.sorted_on, 'workshop', w.id, w.title,
      array[w.title ->> 'ar', w.title ->> 'fr', w.title ->> 'en', w.title ->> 'zgh'],
      concat_ws(E'\n', texts_of(w.subject), texts_of(w.audience), texts_of(w.programme),
        (select string_agg(texts_of(item -> 'title'), E'\n') from json_array_elements(w.agenda) item),
        (select string_agg(texts_of(breakout -> 'topic'), E'\n') from json_array_elements(w.breakout_groups) breakout))
    from workshop w
    union all
    select 'output', w.id, '/breakout_groups/' || g.at - 1 || '/outputs/' || o.at - 1, 9, w.sorted_on, 'workshop', w.id,
      g.breakout -> 'topic', array[g.breakout -> 'topic' ->> 'ar', g.breakout -> 'topic' ->> 'fr',
        g.breakout -> 'topic' ->> 'en', g.breakout -> 'topic' ->> 'zgh'],
      texts_of(o.output -> 'text')
    from workshop w, json_array_elements(w.breakout_groups) with ordinality g (breakout, at),
      json_array_elements(g.breakout -> 'outputs') with ordinality o (output, at)
    union all
    select 'document', d.id, '', 10, d.created_at::date, d.owner_type, d.owner_id,
      json_build_object('ar', d.title_ar, 'fr', d.title_fr, 'en', d.title_en, 'zgh', d.title_zgh),
      array[d.title_ar, d.title_fr, d.title_en, d.title_zgh], ''
    from document d where d.published`.execute(db)
  await sql`
    -- The words of each row of search_source, narrow, so that many are looked at in little time.
    create table search_entry (
      type           text not null,
      id             uuid not null,
      part           text not null collate "C",
      -- In this order among what matches alike: by type, then the latest first.
      standing       integer not null,
      days_back      integer not null,
      of_type        text not null,
      of_id          uuid not null,
      -- Of these, and within these provinces and regions.
      collectivities uuid[] not null,
      within         uuid[] not null,
      -- Each name folded, between bars.
      names          text not null collate "C",
      -- A: of the title; B: of the text; C: of the names of the collectivities whose it is.
      words          tsvector not null,
      primary key (type, id, part)
    )`.execute(db)
  await sql`
    -- What is shown of them.
    create table search_text (
      type  text not null,
      id    uuid not null,
      part  text not null collate "C",
      title json,
      body  text not null,
      primary key (type, id, part),
      foreign key (type, id, part) references search_entry on delete cascade
    )`.execute(db)
  await sql`create index search_entry_of on search_entry (of_type, of_id)`.execute(db)
  await sql`create index search_entry_words on search_entry using gin (words, within, collectivities)`.execute(
    db,
  )
  await sql`create index search_entry_names on search_entry using gin (names gin_trgm_ops)`.execute(db)
  await sql`
    -- Makes the entries of these owners anew; what is as it was is left alone.
    create function keep_search_of(owner_type text, owners uuid[]) returns void language sql as $$
      with made as materialized (
        select s.type, s.id, s.part, s.standing, date '9999-12-31' - s.listed_on as days_back, s.of_type, s.of_id,
          whose.collectivities, whose.within, named.names,
          setweight(search_words(coalesce(search_fold(array_to_string(s.names, E'\n')), '')), 'A')
            || setweight(search_words(search_fold(coalesce(s.body, ''))), 'B')
            || setweight(search_words(coalesce(whose.names, '')), 'C') as words, s.title, coalesce(s.body, '') as body
        from search_source s
        cross join lateral (
          select coalesce('|' || string_agg(distinct fold_text(name), '|') || '|', '') as names
          from unnest(s.names) name where fold_text(name) <> ''
        ) named
        cross join lateral (
          select coalesce(array_agg(c.id order by c.hcp_code), '{}') as collectivities,
            array(select distinct unnest(array_remove(array_agg(case when c.type <> 'commune' then c.id end)
              || array_agg(c.province_id) || array_agg(c.region_id), null)) order by 1) as within,
            case when s.of_type <> s.type or s.of_id <> s.id or s.standing > 3
              then search_fold(string_agg(c.name_ar || ' ' || c.name_fr, ' ')) end as names
          from record_collectivity rc join collectivity c on c.id = rc.collectivity_id
          where rc.type = s.of_type and rc.id = s.of_id
        ) whose
        where s.of_type = owner_type and s.of_id = any(owners)
      ), gone as (
        delete from search_entry e where e.of_type = owner_type and e.of_id = any(owners)
          and not exists (select from made m where m.type = e.type and m.id = e.id and m.part = e.part)
      ), entered as (
        insert into search_entry as e (type, id, part, standing, days_back, of_type, of_id, collectivities, within, names, words)
        select type, id, part, standing, days_back, of_type, of_id, collectivities, within, names, words from made
        on conflict (type, id, part) do update set standing = excluded.standing, days_back = excluded.days_back,
          of_type = excluded.of_type, of_id = excluded.of_id, collectivities = excluded.collectivities,
          within = excluded.within, names = excluded.names, words = excluded.words
        where e is distinct from excluded
      )
      insert into search_text as t select type, id, part, title, body from made
      on conflict (type, id, part) do update set title = excluded.title, body = excluded.body
      where (t.title::text, t.body) is distinct from (excluded.title::text, excluded.body)
    $$`.execute(db)
  await sql`
    -- Brings the search to what a transaction of the journal has made public. To be called after its last change.
    create function keep_search(of_transaction bigint) returns void language plpgsql as $$
      declare
        owner record;
      begin
        -- One after the other, until each has committed: two changes may be about one row.
        perform pg_advisory_xact_lock(7110532);
        for owner in
          with changed as materialized (
            select distinct type, id from journal_entry where transaction_id = of_transaction and visibility = 'public'
          ), direct as materialized (
            select type, id from changed where type in ('region', 'provincial_council', 'commune', 'action_plan',
              'approval_session', 'consultation', 'workshop')
            union select 'action_plan', d.plan_id from changed c join draft d on c.type = 'draft' and d.id = c.id
            union select d.owner_type, d.owner_id from changed c join document d on c.type = 'document' and d.id = c.id
            union select e.of_type, e.of_id from changed c join search_entry e on e.type = c.type and e.id = c.id
            -- What bears the name of a collectivity.
            union select e.of_type, e.of_id from changed c join search_entry e on e.collectivities @> array[c.id]
              where c.type in ('region', 'provincial_council', 'commune')
          )
          select type, array_agg(id) as ids from (
            select type, id from direct
            -- What is of whom a plan is of.
            union select 'consultation', k.id from direct p join consultation k on k.plan_id = p.id
              where p.type = 'action_plan'
            union select 'progress_report', r.id from direct p join commitment_identity i on i.plan_id = p.id
              join progress_report r on r.commitment_id = i.id where p.type = 'action_plan'
          ) touched group by type
        loop
          perform keep_search_of(owner.type, owner.ids);
        end loop;
      end $$`.execute(db)
  await sql`
    -- As before, and before all that is waited for: what the transaction has made public is found from its commit on.
    create or replace function journal_number(
      transaction_id bigint, at timestamptz, actor text, origin text, request_id text,
      territories uuid[], types_there text[], public_types text[]
    ) returns bigint language plpgsql as $$
    declare
      number bigint;
    begin
      if public_types && array['region', 'provincial_council', 'commune', 'action_plan', 'draft', 'approval_session',
          'consultation', 'workshop', 'document'] then
        perform keep_search($1);
      end if;
      -- Any constant: all who number must agree on it. What comes after sees what committed while it was waited for.
      perform pg_advisory_xact_lock(7110531);
      insert into journal_transaction as t (id, position, occurred_at, actor, origin, request_id)
        select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5 from journal_transaction
        returning t.position into number;
      insert into journal_scope (territory, type, position)
        select territory, type, number from unnest(territories, types_there) as scope (territory, type);
      if cardinality(public_types) > 0 then
        insert into type_position (type, position) select type, number from unnest(public_types) as type
          on conflict (type) do update set position = excluded.position;
        perform pg_notify('journal', number || ' ' || array_to_string(public_types, ','));
      end if;
      return number;
    end $$`.execute(db)
  await sql`
    select keep_search_of(of_type, array_agg(of_id)) from (select distinct of_type, of_id from search_source) owner
    group by of_type`.execute(db)
}
