package org.countersign.adoption.check;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** The entity has accounts, and every account that is not posted to by hand has its secret. */
@Component
class AccountsConnected implements StepCheck {

    private final Accounts accounts;

    AccountsConnected(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "accounts-connected";
    }

    @Override
    public Result run(Program program) {
        List<Account> own = accounts.active().stream().filter(account -> account.entity().equals(program.entity())).toList();
        Map<String, Object> figures = Map.of("Accounts", own.stream().map(Account::id).toList(),
                "By hand", own.stream().filter(Account::manual).map(Account::id).toList());
        return own.isEmpty() ? new Result(false, "The entity has no active account. Add one under Accounts.", figures)
                : new Result(true, own.size() + " active accounts are connected.", figures);
    }
}
