/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import io.tohu.kura.core.cloud.RequestHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerMessageConstants;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The application CONF-V1, of which only reading is offered: configurations with their forms, and snapshots, as XML. */
@Component(
        name = "org.eclipse.kura.core.configuration.CloudConfigurationHandler",
        immediate = true,
        service = RequestHandler.class,
        property = RequestHandlers.APP_ID + "=CONF-V1")
public final class CloudConfigurationRequests implements RequestHandler {

    private final ConfigurationService configurations;
    private final SystemService system;
    private final SnapshotXml xml;

    /**
     * @param configurations owns the components
     * @param system knows which of them are not told
     * @param crypto writes passwords
     */
    @Activate
    public CloudConfigurationRequests(
            @Reference ConfigurationService configurations,
            @Reference SystemService system,
            @Reference CryptoService crypto) {
        this.configurations = configurations;
        this.system = system;
        this.xml = new SnapshotXml(crypto);
    }

    @Override
    public KuraMessage doGet(RequestHandlerContext context, KuraMessage request) throws KuraException {
        List<?> path = (List<?>) request.getProperties().get(RequestHandlerMessageConstants.ARGS_KEY.value());
        if (path.isEmpty() || path.size() > 2) {
            throw new KuraException(KuraErrorCode.BAD_REQUEST);
        }
        String name = path.size() == 2 ? path.get(1).toString() : null;
        return answer(
                switch (path.get(0).toString()) {
                    case "configurations" -> xml.write(name == null ? all() : one(name));
                    case "snapshots" -> name == null
                            ? ids(configurations.getSnapshots())
                            : xml.write(configurations.getSnapshot(Long.parseLong(name)));
                    default -> throw new KuraException(KuraErrorCode.NOT_FOUND);
                });
    }

    private List<ComponentConfiguration> one(String pid) throws KuraException {
        ComponentConfiguration found = configurations.getComponentConfiguration(pid);
        return found == null ? List.of() : List.of(found);
    }

    /** Those that have a form. */
    private Collection<ComponentConfiguration> all() throws KuraException {
        List<String> ignored = system.getDeviceManagementServiceIgnore();
        List<ComponentConfiguration> all = new ArrayList<>();
        for (String pid : configurations.getConfigurableComponentPids()) {
            if (!ignored.contains(pid)) {
                one(pid).stream().filter(each -> each.getDefinition() != null).forEach(all::add);
            }
        }
        return all;
    }

    private static String ids(Set<Long> ids) {
        Document document = Xml.builder().newDocument();
        Element root = document.createElement("esf:snapshot-ids");
        root.setAttribute("xmlns:esf", SnapshotXml.NAMESPACE);
        root.setAttribute("xmlns:ocd", FormXml.NAMESPACE);
        for (long each : new TreeSet<>(ids)) {
            Element id = document.createElement("esf:snapshotIds");
            id.setTextContent(Long.toString(each));
            root.appendChild(id);
        }
        document.appendChild(root);
        return Xml.text(document);
    }

    private static KuraMessage answer(String body) {
        KuraPayload payload = new KuraPayload();
        payload.addMetric("response.code", 200);
        payload.setBody(body.getBytes(StandardCharsets.UTF_8));
        return new KuraMessage(payload);
    }
}
