package org.countersign.engine.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Signs people in with their id and password in the engine's identity tables. After a wrong password the engine refuses the
 * person for some seconds, longer each time.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identities;
    private final Passwords passwords;

    EngineAuthenticationProvider(IdentityService identities, Passwords passwords) {
        this.identities = identities;
        this.passwords = passwords;
    }

    /**
     * @return the person with one authority for each group, {@code GROUP_legal}
     * @throws BadCredentialsException for an unknown person, a wrong password and a locked person alike
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        Object password = attempt.getCredentials();
        if (password == null || !passwords.right(id, password.toString())) {
            throw new BadCredentialsException("Wrong name or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(id, null, authorities(id));
    }

    private List<GrantedAuthority> authorities(String id) {
        return identities.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId).map(Authorities::ofGroup).<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
