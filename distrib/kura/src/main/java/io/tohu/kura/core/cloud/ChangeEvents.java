/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.cloud;

import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The events after which Kura tells of the gateway anew. */
final class ChangeEvents {

    private static final String TAMPER = "org/eclipse/kura/security/tamper/detection/TamperEvent/TAMPER_STATUS_CHANGED";
    private static final String INSTALL = "org/osgi/service/deployment/INSTALL";
    private static final String UNINSTALL = "org/osgi/service/deployment/UNINSTALL";

    private ChangeEvents() {}

    /**
     * @param onPackages run when a package is being installed or uninstalled
     * @param onTamper run when the tamper status changed
     */
    static ServiceRegistration<EventHandler> listen(BundleContext context, Runnable onPackages, Runnable onTamper) {
        EventHandler handler = event -> (TAMPER.equals(event.getTopic()) ? onTamper : onPackages).run();
        return context.registerService(
                EventHandler.class,
                handler,
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, new String[] {TAMPER, INSTALL, UNINSTALL})));
    }
}
