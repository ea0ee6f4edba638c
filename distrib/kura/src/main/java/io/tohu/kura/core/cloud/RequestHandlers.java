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

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArraySet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerRegistry;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the gateway's own request handlers at every cloud connection, each as the application it names. */
@Component(immediate = true, service = RequestHandlers.class)
public final class RequestHandlers {

    /** The service property of a handler that names its application, such as {@code CONF-V2}. */
    public static final String APP_ID = "kura.app.id";

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandlers.class);

    private interface Change {
        void apply(RequestHandlerRegistry registry) throws KuraException;
    }

    private final Map<String, RequestHandler> handlers = new HashMap<>();
    private final CopyOnWriteArraySet<RequestHandlerRegistry> registries = new CopyOnWriteArraySet<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + APP_ID + "=*)")
    synchronized void addHandler(RequestHandler handler, Map<String, Object> properties) {
        String appId = (String) properties.get(APP_ID);
        handlers.put(appId, handler);
        registries.forEach(each -> change(each, appId, registry -> registry.registerRequestHandler(appId, handler)));
    }

    synchronized void removeHandler(RequestHandler handler, Map<String, Object> properties) {
        String appId = (String) properties.get(APP_ID);
        if (handlers.remove(appId, handler)) {
            registries.forEach(each -> change(each, appId, registry -> registry.unregister(appId)));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addRegistry(RequestHandlerRegistry registry) {
        registries.add(registry);
        handlers.forEach(
                (appId, handler) -> change(registry, appId, each -> each.registerRequestHandler(appId, handler)));
    }

    synchronized void removeRegistry(RequestHandlerRegistry registry) {
        registries.remove(registry);
        handlers.keySet().forEach(appId -> change(registry, appId, each -> each.unregister(appId)));
    }

    private static void change(RequestHandlerRegistry registry, String appId, Change change) {
        try {
            change.apply(registry);
        } catch (KuraException e) {
            LOG.warn("{} does not answer requests at one cloud connection: {}", appId, e.getMessage());
        }
    }
}
