package org.countersign.account;

import com.google.crypto.tink.Aead;
import org.countersign.keys.KeyRing;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Accounts in the table {@code account}. The id of the account is bound to its encrypted secret, so that a secret copied
 * into another row does not decrypt.
 */
@Repository
class JdbcAccounts implements Accounts {

    private static final String KEY = "account";

    private final JdbcClient jdbc;
    private final KeyRing keys;
    private final Ledger ledger;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, KeyRing keys, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(String id) {
        return jdbc.sql("select * from account where id = ?").param(id).query(JdbcAccounts::read).optional();
    }

    @Override
    public List<Account> active() {
        return jdbc.sql("select * from account where active order by channel, name, id").query(JdbcAccounts::read).list();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql("select * from account order by active desc, channel, name, id").query(JdbcAccounts::read).list();
    }

    @Override
    public Optional<Instant> connectedAt(String id) {
        return jdbc.sql("select connected_at from account where id = ?").param(id).query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public String secret(String id) {
        byte[] encrypted = jdbc.sql("select secret from account where id = ? and secret is not null").param(id)
                .query((row, n) -> row.getBytes(1)).optional()
                .orElseThrow(() -> new NoSuchElementException("Account " + id + " has no secret"));
        try {
            return new String(cipher().decrypt(encrypted, id.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of account " + id + " cannot be read with the keys at hand", e);
        }
    }

    @Override
    @Transactional
    public void save(Account account, String secret, String byUserId) {
        boolean manual = account.manual();
        if (manual != (secret == null) || manual != (account.server() == null)) {
            throw new IllegalArgumentException("A manual account has neither server nor secret, every other has both.");
        }
        if (!manual) {
            ServerAddress.of(account.server().toString());
        }
        jdbc.sql("""
                        insert into account (id, channel, connector, name, handle, server, active, entity, secret, secret_epoch,
                                             connected_at, changed_at, changed_by)
                        values (:id, :channel, :connector, :name, :handle, :server, :active, :entity, :secret, :epoch,
                                :at, :at, :by)
                        on conflict (id) do update set channel = excluded.channel, connector = excluded.connector,
                          name = excluded.name, handle = excluded.handle, server = excluded.server,
                          active = excluded.active, entity = excluded.entity,
                          secret = excluded.secret, secret_epoch = excluded.secret_epoch,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("id", account.id()).param("channel", account.channel().name())
                .param("connector", account.connector()).param("name", account.name()).param("handle", account.handle())
                .param("server", manual ? null : account.server().toString()).param("active", account.active())
                .param("entity", account.entity())
                .param("secret", manual ? null : encrypt(account.id(), secret))
                .param("epoch", manual ? null : keys.epoch(KEY))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", byUserId)
                .update();
        record(account, true, byUserId);
    }

    @Override
    @Transactional
    public void deactivate(String id, String byUserId) {
        int changed = jdbc.sql("update account set active = false, changed_at = ?, changed_by = ? where id = ? and active")
                .param(clock.instant().atOffset(ZoneOffset.UTC)).param(byUserId).param(id).update();
        if (changed == 1) {
            record(find(id).orElseThrow(), false, byUserId);
        }
    }

    private void record(Account account, boolean secretChanged, String byUserId) {
        Map<String, Object> payload = Map.of("account", account, "secretChanged", secretChanged && !account.manual());
        UUID stream = UUID.nameUUIDFromBytes(("account:" + account.id()).getBytes(UTF_8));
        ledger.append(new LedgerEntry(stream, "account.saved", Actor.staff(byUserId), clock.instant(),
                Map.of("accountId", account.id()), payload));
    }

    private byte[] encrypt(String id, String secret) {
        try {
            return cipher().encrypt(secret.getBytes(UTF_8), id.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of account " + id + " cannot be encrypted", e);
        }
    }

    private Aead cipher() {
        return keys.cipher(KEY);
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        String server = row.getString("server");
        return new Account(row.getString("id"), Channel.valueOf(row.getString("channel")), row.getString("connector"),
                row.getString("name"), row.getString("handle"), server == null ? null : URI.create(server),
                row.getBoolean("active"), row.getString("entity"));
    }
}
