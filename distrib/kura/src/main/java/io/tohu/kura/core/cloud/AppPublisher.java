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

import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.CloudConnectionManager;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;

/** Kura's publisher of a cloud connection: gives messages their topic, quality and urgency. */
@Component(
        name = AppPublisher.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {CloudPublisher.class, ConfigurableComponent.class},
        property = {
            "cloud.connection.factory.pid=" + KuraCloudService.PID,
            "kura.ui.service.hide:Boolean=true",
            "kura.ui.factory.hide=true"
        })
@Designate(ocd = AppPublisherConfig.class, factory = true)
public final class AppPublisher implements CloudPublisher, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.cloud.publisher.CloudPublisher";

    private final BundleContext context;
    private volatile AppPublisherConfig config;
    private volatile String connectionPid;
    private volatile ServiceTracker<CloudConnectionManager, KuraCloudService> connections;

    /**
     * @param context where cloud connections are services
     * @param config topic, quality and urgency
     * @param properties name the cloud connection
     */
    @Activate
    public AppPublisher(BundleContext context, AppPublisherConfig config, Map<String, Object> properties) {
        this.context = context;
        modified(config, properties);
    }

    /**
     * Takes a changed form without a new instance. Kura merges the defaults into the configuration of each instance that
     * appears, so one that could only be replaced would be replaced for ever.
     */
    @Modified
    void modified(AppPublisherConfig changed, Map<String, Object> properties) {
        config = changed;
        String pid = (String) properties.getOrDefault("cloud.endpoint.service.pid", KuraCloudService.PID);
        if (!pid.equals(connectionPid)) {
            if (connections != null) {
                connections.close();
            }
            connectionPid = pid;
            connections = connectionsOf(pid);
            connections.open();
        }
    }

    private ServiceTracker<CloudConnectionManager, KuraCloudService> connectionsOf(String pid) {
        return new ServiceTracker<>(context, CloudConnectionManager.class, null) {
            @Override
            public KuraCloudService addingService(ServiceReference<CloudConnectionManager> reference) {
                return pid.equals(reference.getProperty(ConfigurationService.KURA_SERVICE_PID))
                                && context.getService(reference) instanceof KuraCloudService cloud
                        ? cloud
                        : null;
            }
        };
    }

    @Deactivate
    void deactivate() {
        connections.close();
    }

    /**
     * {@inheritDoc}
     *
     * @throws KuraException SERVICE_UNAVAILABLE when the cloud connection is not there
     */
    @Override
    public String publish(KuraMessage message) throws KuraException {
        KuraCloudService cloud = connections.getService();
        if (cloud == null) {
            throw new KuraException(KuraErrorCode.SERVICE_UNAVAILABLE, "There is no cloud connection " + connectionPid);
        }
        Objects.requireNonNull(message, "message");
        String appTopic = TopicPlaceholders.fill(config.app_topic(), message.getProperties());
        return cloud.publish(
                cloud.options().topic("control".equals(config.message_type()), config.appId(), appTopic),
                message.getPayload(),
                config.qos(),
                config.retain(),
                config.priority());
    }
}
