-- The list of somebody's posts asks by person; the primary key answers by post.
create index post_contributor_by_user on post_contributor (user_id, post_id);
