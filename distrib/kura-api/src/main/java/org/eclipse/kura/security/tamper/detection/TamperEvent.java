/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.security.tamper.detection;

import java.util.Map;
import org.osgi.service.event.Event;

/** Says that a tamper status changed. */
public class TamperEvent extends Event {

    public static final String TAMPER_EVENT_TOPIC =
            "org/eclipse/kura/security/tamper/detection/TamperEvent/TAMPER_STATUS_CHANGED";

    public static final String TAMPER_STATUS_PROPERTY_KEY = "tamper.status";
    public static final String SENDER_PID_PROPERTY_KEY = "sender.pid";

    public TamperEvent(String tamperDetectionServicePid, TamperStatus tamperStatus) {
        super(
                TAMPER_EVENT_TOPIC,
                Map.of(TAMPER_STATUS_PROPERTY_KEY, tamperStatus, SENDER_PID_PROPERTY_KEY, tamperDetectionServicePid));
    }

    public TamperStatus getTamperStatus() {
        return (TamperStatus) getProperty(TAMPER_STATUS_PROPERTY_KEY);
    }

    public String getSenderPid() {
        return (String) getProperty(SENDER_PID_PROPERTY_KEY);
    }
}
