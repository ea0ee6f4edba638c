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

import io.tohu.kura.core.data.KuraDataService;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.CloudConnectionManager;
import org.eclipse.kura.cloudconnection.publisher.CloudNotificationPublisher;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContextConstants;
import org.eclipse.kura.cloudconnection.request.RequestHandlerRegistry;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.data.DataService;
import org.eclipse.kura.data.listener.DataServiceListener;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's cloud connection: tells of the gateway's life, takes messages to the queue, and requests to their handlers.
 *
 * <p>The birth message goes out at once on a new connection; anything else that changes it (handlers, packages) is told half a minute after the last change.
 */
@Component(
        name = KuraCloudService.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {ConfigurableComponent.class, RequestHandlerRegistry.class, CloudConnectionManager.class},
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = CloudConfig.class, factory = true)
public final class KuraCloudService
        implements CloudConnectionManager, RequestHandlerRegistry, DataServiceListener, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.cloud.CloudService";

    private static final Logger LOG = LoggerFactory.getLogger(KuraCloudService.class);

    private final String pid;
    private final DataService data;
    private final SystemService system;
    private final EventAdmin events;
    private final Lifecycle lifecycle;
    private final Requests requests;
    private final CloudNotificationPublisher notifications = new NotificationPublisher(this);
    private final ServiceRegistration<EventHandler> changes;
    private final ServiceRegistration<CloudNotificationPublisher> notificationService;
    private volatile CloudOptions options;
    private volatile boolean subscribed;

    /**
     * @param context to listen to events
     * @param data the queue
     * @param system tells about the machine
     * @param events where connections and losses are told
     * @param config the settings
     * @param properties holds the component's name
     */
    @Activate
    public KuraCloudService(
            BundleContext context,
            @Reference(name = "DataService") DataService data,
            @Reference SystemService system,
            @Reference EventAdmin events,
            CloudConfig config,
            Map<String, Object> properties) {
        this.pid = (String) properties.get(ConfigurationService.KURA_SERVICE_PID);
        this.data = data;
        this.system = system;
        this.events = events;
        this.options = CloudOptions.of(config, system);
        this.lifecycle = new Lifecycle(pid, data, Lifecycle.KURAS_DELAY);
        this.requests = new Requests(pid, this::requestContext, this::reply);
        this.changes = context.registerService(
                EventHandler.class,
                event -> onPackagesChange(),
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, new String[] {
                    "org/osgi/service/deployment/INSTALL", "org/osgi/service/deployment/UNINSTALL"
                })));
        this.notificationService = context.registerService(
                CloudNotificationPublisher.class,
                notifications,
                new Hashtable<>(Map.of(ConfigurationService.KURA_SERVICE_PID, NotificationPublisher.PID)));
        data.addDataServiceListener(this);
        if (data.isConnected()) {
            setUp(true);
        }
    }

    @Modified
    void modified(CloudConfig config) {
        options = CloudOptions.of(config, system);
        if (data.isConnected()) {
            setUp(false);
        }
    }

    @Deactivate
    void deactivate() {
        changes.unregister();
        notificationService.unregister();
        if (data.isConnected()) {
            lifecycle.tellDisconnect(options);
        }
        data.removeDataServiceListener(this);
        lifecycle.close();
        requests.close();
    }

    CloudOptions options() {
        return options;
    }

    private void setUp(boolean newConnection) {
        if (newConnection) {
            subscribed = false;
            lifecycle.tellBirthNow(options, birth());
        } else {
            lifecycle.tellBirthSoon(() -> options, this::birth);
        }
        try {
            if (options.subscribe() && !subscribed) {
                data.subscribe(options.ownControlTopic("#"), 1);
            } else if (!options.subscribe() && subscribed) {
                data.unsubscribe(options.ownControlTopic("#"));
            }
            subscribed = options.subscribe();
        } catch (KuraException e) {
            LOG.warn("Commands to this gateway do not arrive: {}", e.getMessage());
        }
    }

    private KuraPayload birth() {
        return LifecyclePayloads.birth(system, options, requests.appIds());
    }

    private void onPackagesChange() {
        if (data.isConnected()) {
            lifecycle.tellBirthSoon(() -> options, this::birth);
        }
    }

    @Override
    public void onConnectionEstablished() {
        setUp(true);
        post("ESTABLISHED");
    }

    @Override
    public void onDisconnecting() {
        lifecycle.tellDisconnect(options);
    }

    @Override
    public void onDisconnected() {
        post("LOST");
    }

    @Override
    public void onConnectionLost(Throwable cause) {
        post("LOST");
    }

    private void post(String what) {
        events.postEvent(
                new Event("org/eclipse/kura/cloud/CloudConnectionStatus/" + what, Map.of("cloud.service.pid", pid)));
    }

    @Override
    public void onMessageArrived(String topic, byte[] payload, int qos, boolean retained) {
        KuraTopic parsed = KuraTopic.parse(topic, options.controlPrefix());
        if (parsed.control() && parsed.appTopic() != null) {
            requests.handle(parsed.appId(), parsed.appTopic(), payload);
        }
    }

    private RequestHandlerContext requestContext() {
        Map<String, String> context = new HashMap<>();
        context.put(RequestHandlerContextConstants.NOTIFICATION_PUBLISHER_PID.name(), NotificationPublisher.PID);
        if (data instanceof KuraDataService queue) {
            context.put(
                    RequestHandlerContextConstants.TENANT_ID.name(),
                    queue.transport().getAccountName());
            context.put(
                    RequestHandlerContextConstants.DEVICE_ID.name(),
                    queue.transport().getClientId());
        }
        return new RequestHandlerContext(notifications, context);
    }

    private void reply(String client, String appTopic, KuraPayload payload) throws KuraException {
        publish(options.controlTopic(client, appTopic), payload, 0, false, Requests.REPLY_PRIORITY);
    }

    @Override
    public void onMessagePublished(int messageId, String topic) {
        lifecycle.onMessagePublished(messageId);
    }

    @Override
    public void onMessageConfirmed(int messageId, String topic) {
        lifecycle.onMessagePublished(messageId);
    }

    /** @return null for a message that nobody confirms */
    String publish(String topic, KuraPayload payload, int qos, boolean retain, int priority) throws KuraException {
        int id = data.publish(topic, PayloadCodec.encode(payload, options.gzip()), qos, retain, priority);
        return qos == 0 ? null : String.valueOf(id);
    }

    @Override
    public void registerRequestHandler(String appId, RequestHandler handler) {
        requests.register(appId, handler);
        tellHandlersChanged();
    }

    @Override
    public void unregister(String appId) {
        requests.unregister(appId);
        tellHandlersChanged();
    }

    private void tellHandlersChanged() {
        if (data.isConnected()) {
            lifecycle.tellAppsSoon(() -> options, this::birth);
        }
    }

    @Override
    public boolean isConnected() {
        return data.isConnected();
    }
}
