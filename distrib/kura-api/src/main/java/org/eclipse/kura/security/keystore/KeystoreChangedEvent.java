/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.security.keystore;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.event.Event;

/** Says that the content of a keystore changed. */
@ProviderType
public class KeystoreChangedEvent extends Event {

    public static final String EVENT_TOPIC = "org/eclipse/kura/security/keystore/KeystoreChangedEvent/KEYSTORE_CHANGED";

    /** The pid of the keystore service whose content changed. */
    public static final String SENDER_PID_PROPERTY_KEY = "sender.pid";

    public KeystoreChangedEvent(String keystoreServicePid) {
        super(EVENT_TOPIC, Map.of(SENDER_PID_PROPERTY_KEY, keystoreServicePid));
    }

    public String getSenderPid() {
        return (String) getProperty(SENDER_PID_PROPERTY_KEY);
    }
}
