/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.opcua.internal;

import io.tohu.opcua.internal.channel.Tuning;
import io.tohu.opcua.internal.link.Credentials;
import io.tohu.opcua.internal.link.LinkSettings;
import io.tohu.opcua.internal.security.Fingerprint;
import io.tohu.opcua.internal.security.KeyNames;
import io.tohu.opcua.internal.security.Security;
import java.time.Duration;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the form to settings. */
final class SettingsReader {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

    private SettingsReader() {}

    static DriverSettings read(OpcUaConfig config, CryptoService crypto) {
        LinkSettings link = new LinkSettings(
                config.endpoint_url().trim(),
                config.endpoint_keep_host(),
                security(config),
                credentials(config, crypto),
                new KeyNames(text(config.keystore_pid()), text(config.keystore_alias())),
                config.application_name().trim(),
                Duration.ofMillis(config.request_timeout()),
                Duration.ofMillis(config.session_timeout()));
        Tuning tuning = new Tuning(config.request_max_items(), config.publishing_interval(), config.uncertain_accept());
        return new DriverSettings(
                link,
                trusted(config),
                tuning,
                Duration.ofMillis(config.reconnect_min()),
                Duration.ofMillis(config.reconnect_max()));
    }

    private static Security security(OpcUaConfig config) {
        SecurityPolicy policy = SecurityPolicy.valueOf(config.security_policy());
        if (policy == SecurityPolicy.None) {
            return Security.NONE;
        }
        return new Security(policy, MessageSecurityMode.valueOf(config.security_mode()), config.security_check_host());
    }

    private static Set<String> trusted(OpcUaConfig config) {
        return Fingerprint.parse(
                text(config.security_trusted()),
                wrong -> LOG.warn("'{}' is not a SHA-256 fingerprint and is left out", wrong));
    }

    private static String text(String value) {
        return value == null ? "" : value.trim();
    }

    private static Credentials credentials(OpcUaConfig config, CryptoService crypto) {
        if (!text(config.user_certificate_alias()).isEmpty()) {
            return Credentials.ofCertificate(text(config.user_certificate_alias()));
        }
        String user = text(config.user_name());
        String password = config.user_password() == null ? "" : config.user_password();
        if (user.isEmpty()) {
            return Credentials.ANONYMOUS;
        }
        if (password.isEmpty()) {
            return new Credentials(user, "");
        }
        try {
            return new Credentials(user, new String(crypto.decryptAes(password.toCharArray())));
        } catch (KuraException e) {
            LOG.warn("The password of user {} cannot be decrypted and is used as it is; enter it again", user);
            return new Credentials(user, password);
        }
    }
}
