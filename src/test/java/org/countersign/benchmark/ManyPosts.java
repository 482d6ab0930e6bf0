package org.countersign.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/**
 * Posts of many months with everything that their reviews and deliveries leave behind, written straight into the tables.
 * The first of 2026 is where the business calendar begins.
 */
final class ManyPosts {

    private static final List<String> STATEMENTS = List.of("""
            create unlogged table sample as
            select i, gen_random_uuid() as id, i % 7 = 0 as changed, i % 5 as class, i % 34 as kind,
                   timestamptz '2026-01-01' + i * ((timestamptz '2026-11-20' - timestamptz '2026-01-01') / :posts) as at
            from generate_series(1, :posts) i""", """
            insert into post select id, 'ana', case when i % 50 = 0 then 'IN_REVIEW'
                when i % 20 = 0 then 'REJECTED' else 'PUBLISHED' end, '{}', 1, at, at, 'ana' from sample""", """
            insert into post_version
            select s.id, n, md5(s.id::text), jsonb_build_object('kind', (array['EVENT', 'AWARD_RANKING', 'STAFF_SPOTLIGHT',
                       'CLINICAL_CLAIM', 'WELLNESS_GENERAL', 'OBSERVANCE', 'PATIENT_STORY'])[1 + s.kind % 7],
                       'texts', jsonb_build_object('FACEBOOK', repeat(md5(s.i::text), 18)), 'links', '[]'::jsonb,
                       'media', '[]'::jsonb, 'schedule', jsonb_build_object('zone', 'America/New_York'),
                       'accounts', (select jsonb_agg(id) from (select id from account order by id limit 1 + s.i % 2) a)),
                   'ana', s.at + (n - 1) * interval '1 day'
            from sample s, generate_series(1, case when s.changed then 2 else 1 end) n""", """
            insert into screening select post_id, number, '1', submitted_at + interval '1 second' from post_version""", """
            insert into finding select post_id, number, p, (array['P1', 'P3', 'M1', 'T3', 'A1'])[1 + (s.i + p) % 5],
                (array['BLOCK', 'REVIEW', 'WARN'])[1 + (s.i + p) % 3], 'rule', '1', 'texts', 0, 5,
                'A reason in a sentence', 'A law'
            from post_version v join sample s on s.id = v.post_id, generate_series(0, s.i % 3) p where s.i % 2 = 0""", """
            insert into routing select post_id, number, s.class, 'MANUAL', array['legal', 'privacy'], '{"reviewers": "1"}',
                submitted_at + interval '2 seconds' from post_version v join sample s on s.id = v.post_id""", """
            insert into review select post_id, number, role, submitted_at + interval '3 seconds',
                submitted_at + interval '2 days', 'us-federal 2026.1', 720, 'executive' from post_version, unnest(array['legal', 'privacy']) role""", """
            insert into review_decision
            select v.post_id, v.number, role, v.digest, gen_random_uuid()::text, 'lena',
                   v.submitted_at + (s.i % 60) * interval '1 hour',
                   case when s.changed and v.number = 1 and role = 'legal' then 'CHANGES'
                        when s.i % 20 = 0 and role = 'legal' then 'REJECT' else 'APPROVE' end, repeat('word ', 20),
                   case when s.i % 20 = 0 and role = 'legal' then 'PRIVACY' end, null, 'review-legal',
                   jsonb_build_object('q01', repeat('yes ', 40), 'q02', repeat('no ', 40))
            from post_version v join sample s on s.id = v.post_id, unnest(array['legal', 'privacy']) role
            where s.i % 50 <> 0""", """
            insert into delivery
            select gen_random_uuid(), s.id, 1, a.id, md5(s.id::text),
                   'b' || translate(lpad(to_hex(s.i), 12, 'z'), '0189', 'ghij'),
                   gen_random_uuid(), s.at, 'POSTED_BY_HAND', 0, 0, 0, s.id::text, 'https://example.org/' || s.i, null, null, s.at
            from sample s, (select min(id) as id from account) a where s.i % 20 <> 0""", """
            select ledger.ensure_month(month::date) from generate_series(date '2026-01-01', '2026-12-01', '1 month') month""", """
            insert into ledger.record (id, recorded_at, stream, stream_seq, kind, class, envelope)
            select gen_random_uuid(), s.at + n * interval '1 minute', s.id, n, 'review.decided', 'POST',
                   convert_to(repeat(md5(s.i::text), 20), 'UTF8')
            from sample s, generate_series(1, :records / :posts) n""",
            "vacuum analyze");

    private ManyPosts() {
    }

    static void write(JdbcClient database, int posts, int records) {
        STATEMENTS.forEach(statement -> {
            JdbcClient.StatementSpec spec = database.sql(statement).param("posts", posts).param("records", records);
            if (statement.startsWith("select")) {
                spec.query().listOfRows();
            } else {
                spec.update();
            }
        });
    }
}
