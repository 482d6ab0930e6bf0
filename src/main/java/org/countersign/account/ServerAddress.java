package org.countersign.account;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The address of a network's server as an administrator typed it. A secret is sent there, so it must be an encrypted
 * connection; plain http is for servers on this machine only.
 */
public final class ServerAddress {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private ServerAddress() {
    }

    /**
     * The base address without a trailing slash.
     *
     * @throws IllegalArgumentException with a sentence for people when this is no address that a secret may be sent to
     */
    public static URI of(String typed) {
        URI address = parse(typed);
        if (address.getHost() == null || address.getHost().isBlank()) {
            throw new IllegalArgumentException("The server needs an address such as https://bsky.social.");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The address of the server must not contain a user name or password.");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null
                || !(address.getRawPath().isEmpty() || address.getRawPath().equals("/"))) {
            throw new IllegalArgumentException("Enter only the server's name, without a path: https://bsky.social.");
        }
        if (!secure(address)) {
            throw new IllegalArgumentException("The address must begin with https://; http:// is possible only for a "
                    + "server on this machine.");
        }
        return URI.create(address.getScheme().toLowerCase() + "://" + address.getRawAuthority().toLowerCase());
    }

    /** Whether what is sent to this address cannot be read on the way: https, or http to this very machine. */
    public static boolean secure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()) && loopback(address.getHost());
    }

    /** Whether the host is this machine, decided by its name or number alone: no name is looked up. */
    public static boolean loopback(String host) {
        if (host == null) {
            return false;
        }
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!IPV4.matcher(host).matches() && !host.startsWith("[")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static URI parse(String typed) {
        try {
            return new URI(typed == null ? "" : typed.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The server needs an address such as https://bsky.social.");
        }
    }
}
