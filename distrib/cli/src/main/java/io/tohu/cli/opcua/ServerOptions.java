/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.opcua;

import java.nio.file.Path;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import picocli.CommandLine.Option;

/** How to talk to a server and as whom. */
final class ServerOptions {

    /** Current policies; older ones are broken. */
    enum Policy {
        None,
        Basic256Sha256,
        Aes128_Sha256_RsaOaep,
        Aes256_Sha256_RsaPss
    }

    /** What a policy is used for. */
    enum Mode {
        Sign,
        SignAndEncrypt
    }

    @Option(
            names = "--security",
            paramLabel = "POLICY",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Policy policy = Policy.None;

    @Option(names = "--mode", description = "With a policy: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Mode mode = Mode.SignAndEncrypt;

    @Option(
            names = "--trust",
            paramLabel = "FINGERPRINT",
            description = "With a policy: SHA-256 of the server's certificate; without it the server is refused and its"
                    + " fingerprint told.")
    private String trust = "";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "With a policy: this tool's key and certificate, made when the file is not there, for servers"
                    + " that have to trust it (default: a new one each time).")
    private Path keys;

    @Option(names = "--user", description = "User name (default: anonymous).")
    private String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "Of the user; asked for when no value is given.")
    private String password = "";

    boolean secured() {
        return policy != Policy.None;
    }

    SecurityPolicy policy() {
        return SecurityPolicy.valueOf(policy.name());
    }

    MessageSecurityMode mode() {
        return secured() ? MessageSecurityMode.valueOf(mode.name()) : MessageSecurityMode.None;
    }

    String trust() {
        return trust;
    }

    Path keys() {
        return keys;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }
}
